namespace Seaworthy.Engine.Costing;

/// <summary>How a price is known.</summary>
public enum PriceBasis
{
    /// <summary>A text of that month quotes the page.</summary>
    Quoted,

    /// <summary>Generally known then; nobody looked it up.</summary>
    Known,
}
