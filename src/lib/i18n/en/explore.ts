export const explore = {
  label: 'Ways to explore',
  pages: {
    matters: 'What matters',
    futures: 'Which futures',
    goal: 'Reach a goal'
  }
};
