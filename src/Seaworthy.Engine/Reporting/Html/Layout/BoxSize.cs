namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>A box that is to be placed.</summary>
internal readonly record struct BoxSize(int Width, int Height);
