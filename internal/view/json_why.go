package view

import (
	"fmt"
	"strconv"

	"milepost/internal/order"
	"milepost/internal/plan"
)

// whyRecord is the facts behind an item's place, as `why ID --json` prints them.
type whyRecord struct {
	Schema   string        `json:"schema"`
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	Position int           `json:"position"`
	Of       int           `json:"of"`
	Reason   string        `json:"reason"`
	Key      []keyRecord   `json:"key"`
	Source   string        `json:"source,omitempty"` // whose key it takes over
	Score    float64       `json:"score"`
	Bundle   bundleRecord  `json:"bundle"`
	Unblocks string        `json:"unblocks,omitempty"` // the best it is needed for in the bundle
	More     int           `json:"unblocks_more,omitempty"`
	After    string        `json:"after,omitempty"`
	WaitsFor []string      `json:"waits_for"`
	Price    *pricedRecord `json:"rank_price,omitempty"`
}

type keyRecord struct {
	Field string `json:"field"`
	Value string `json:"value"`
}

type bundleRecord struct {
	Items  []string `json:"items"`
	Value  float64  `json:"value"`
	Effort float64  `json:"effort"`
	Ratio  float64  `json:"ratio"`
}

// pricedRecord is what a hand rank costs: so much value comes later by so much
// effort.
type pricedRecord struct {
	Value  float64 `json:"value"`
	Effort float64 `json:"effort"`
}

// WhyJSON gives the facts behind an item's place in the backlog.
func WhyJSON(p *plan.Plan, it *plan.Item) []byte {
	at := it.Place
	r := whyRecord{
		Schema: schemaName, ID: it.ID, Title: it.Title, Position: it.Position, Of: len(p.Backlog),
		Reason: at.String(), Score: rounded(it.Score), More: at.More, WaitsFor: itemIDs(it.Waits),
		Bundle: bundleRecord{itemIDs(at.Bundle.Items), rounded(at.Bundle.Value), rounded(at.Bundle.Effort), rounded(at.Bundle.Ratio())},
		Source: idOf(at.Source), Unblocks: idOf(at.For), After: idOf(at.After),
	}
	for _, kv := range at.Key {
		r.Key = append(r.Key, keyRecord{kv.Name, kv.Value})
	}
	if price, ok := p.RankPrice(it); ok {
		r.Price = &pricedRecord{rounded(price.Value), rounded(price.Effort)}
	}
	return encodeJSON(r)
}

func idOf(it *plan.Item) string {
	if it == nil {
		return ""
	}
	return it.ID
}

// causeNames are the words machines read for what put one item before another.
var causeNames = map[order.Cause]string{
	order.ByKey: "key", order.ByNeed: "need", order.ByRatio: "ratio",
	order.ByStep: "first-step", order.BySize: "large-bundle", order.ByIndex: "tie",
}

// WhyBeforeJSON gives the first difference between two items of the backlog.
func WhyBeforeJSON(c plan.Comparison) []byte {
	return encodeJSON(struct {
		Schema string   `json:"schema"`
		Before string   `json:"before"`
		After  string   `json:"after"`
		Cause  string   `json:"cause"`
		Field  string   `json:"field,omitempty"`
		Path   []string `json:"path,omitempty"`
		Reason string   `json:"reason"`
	}{schemaName, c.Before.ID, c.After.ID, causeNames[c.Cause], c.Field, itemIDs(c.Path), c.Reason.String()})
}

// BundleWords says what a bundle is worth.
func BundleWords(b plan.Bundle) string {
	return fmt.Sprintf("%d items, together %s value for %s effort = %s", len(b.Items), amountWords(b.Value), amountWords(b.Effort), plan.FormatScore(b.Ratio()))
}

// PriceWords says what ranking an item by hand costs.
func PriceWords(it *plan.Item, price plan.Price) string {
	return "ranking " + it.ID + " by hand delays " + amountWords(price.Value) + " value by " + amountWords(price.Effort) + " effort"
}

func amountWords(x float64) string { return strconv.FormatFloat(rounded(x), 'f', -1, 64) }
