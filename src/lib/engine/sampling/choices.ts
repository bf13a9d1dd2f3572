export const CHOICES = '';
