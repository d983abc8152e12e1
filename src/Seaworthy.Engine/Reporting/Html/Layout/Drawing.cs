namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>Boxes and lines in their places.</summary>
/// <param name="Boxes">By the number of the box.</param>
/// <param name="Routes">By the number of the arrow.</param>
internal sealed record Drawing(int Width, int Height, IReadOnlyList<Box> Boxes, IReadOnlyList<Route> Routes);
