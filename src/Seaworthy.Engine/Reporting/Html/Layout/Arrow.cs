namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>One box points to another; both are known by their number.</summary>
internal readonly record struct Arrow(int From, int To);
