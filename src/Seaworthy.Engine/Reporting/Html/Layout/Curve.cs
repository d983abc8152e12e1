namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>A curve that crosses the gap between two columns.</summary>
internal sealed record Curve(Spot From, Spot To);
