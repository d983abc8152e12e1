namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>A point of a drawing.</summary>
internal readonly record struct Spot(int X, int Y);
