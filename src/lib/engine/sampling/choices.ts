/**
 * Which of its 64 candidates each dimension of the Sobol sequence took as its initial direction numbers, one digit a
 * dimension (digits: `DIGITS` of `directions.ts`; dimension 0 has none, its 0 keeps the place). Found by `choose.ts`.
 */
export const CHOICES = [
  '0004B1IU+5NEs9jAxMF2aePFTbrESXQAVDdIpcTw8QgDmMeVHpAHoCpGEtaPTFFlpVZjjz1O2XsjzRvBY8Ib-hTx8eu-ma4I',
  'BKmTZghWDwviHUK5CmyBL0giVIIt1hmvyXpPXYmrLv7fe9FakFKZsnWpnyq0yU626rqqpWoztpE3QndHJ2K+a7Sfm3gZgom9',
  'R7zGGoK5j8fLpyoil2fBP2xdvmVtwaGxnQbSHr0aS+4tyvFk4ttc1LgdO-is+uQxX1u3CB2aiZuO7B4eKAs1ww59MrmOAxsE',
  'C3BFtyYteTvrDA8j6YU5Aj31a2TU6MZTHl+RbMv5S+PcQ+CgJZJIkCSqIGHOIXtcdkYeijeKppGpvjww5cbTaJxIVbFkP6rj',
  'QjTjk5eWikU1GAl0SWY7tzj+k0Rx3Z1uhsLK9FNNW38mlyhAAwoy4Rx8iYRQc7055rvdphBqd39Sc3O24wPWNLc2+EqnWum5',
  'fMa3iim7kD3-LKm19Dnymtjr9AuRg9vXb9jhW7W4XJAFHvv-3abcS+D1yNW+Gk5E7ysNexEbAV3nd2BfEhLe2TkTOX315kq8',
  'CpVoSPhm4IabH2SGA+gAfcSrAfI8kBcg1Fy-0DXtAcwzdoiv05T9z3pdez8mNF2w2qls-Z0HToFO-b0q-COU5MG+rf7JABoj',
  'QO-z5PqqdL6NHlIrjYTOXZvHebZrUa-KnrC-YBr-UMTJZRUShKA2yNlQCYotf6Uc+KPR0SIi8yBIV1zEix1J-lO0D69wyJru',
  'NjLMvuxEJQOtY0ZNGpRxicdIApVZoScL-T-zNLADs4uZFdgY1gt6j6g9vjNdxdUZuIP29PcC46OD9axEaodOYF6Ne8RzAsB-',
  'Wy3vNiMpv8XWfSLpXOcT6OLZiM7xtGK2LA6elzzP3uiebZmEkMXC1ldyP4jRznzpJZ6ZLCOGRwqhI0IYv8OqgrNSRewgBdgq',
  'og1Xb8F+HV2wLnc1IoqM3TYAR-BYl57O7EjZWIb0xaxB5Fq+Rk7TqRanZkmueehwyYSuUZwHWWbonHSZLVlQ1ncbX17HqdaV',
  'Ept2JNThywNf52BHfqs2tTksrwXkgU+4gjSebe9gEM2fpLT1Ed4Hp6UBWQ+R8WMBZqiQWYebfrN999vsHiPJ12MTNFKgd2Tx',
  'at7O2ppHjQEY8VikARd05AoqZj95UqEb6k9nv0iQ8Y5FwVqbBWUW1R6Ksal1T0Acv84en5XtqgGkE8ng3aQKoVpr5XqFjNk-',
  'd09NMOmlfnH79gTQpuzQEIeOrmAXkl-ALQXkp-I+gt3qW9kA9RanQRcr9Mo6jHNIA-yLrR-V8anX3SBs5EN4rRIBwMEIIb6C',
  'mRp6XJPBS+juK2cWAr1aDM+mnACeeWPBtlz2YSw+EGEBSWy-Ds1gJOiYSg4MKdiWwC0i3EvOg+16bdIvIVLJqAYcohLrEusk',
  'Cx1LVuSnY-JD0QA5lu7hIBmv694ep55dXaxFkLHcuChi1MCDFaEY7y3ljdQys5IGMSwEIa9CMoHBlpx2bn9I8TeR8oDXaj-k'
].join('');
