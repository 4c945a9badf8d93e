package forecast

// PerWeek is the mean amount finished in a week, rounded. ok is false where there
// are no dates either: what is too little for those is no pace to plan with.
func (f Forecast) PerWeek() (amount int64, ok bool) {
	if f.table == nil {
		return 0, false
	}
	return mean(f.Base.Amount, f.Base.Weeks), true
}

// WeeksFor is how many weeks amount takes at the mean pace of the past, rounded
// up. It measures depth; a date needs the spread as well, and so an Outlook. ok
// is false where there are no dates.
func (f Forecast) WeeksFor(amount int64) (weeks int64, ok bool) {
	if f.table == nil {
		return 0, false
	}
	all, part := max(amount, 0)/f.Base.Amount, max(amount, 0)%f.Base.Amount
	n := int64(f.Base.Weeks)
	return all*n + (part*n+f.Base.Amount-1)/f.Base.Amount, true
}

// mean is sum / n to the nearest integer, halves away from zero.
func mean(sum int64, n int) int64 {
	half := int64(n) / 2
	if sum < 0 {
		half = -half
	}
	return (sum + half) / int64(n)
}
