namespace Seaworthy.Engine.Reporting.Html;

/// <summary>Small drawings. They say nothing that a word beside them does not say.</summary>
internal static class HtmlMarks
{
    public static Markup Ship =>
        $"<svg class=\"ship\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M11 2v12H3zM13 6v8h7zM2 16h20l-3 5H5z\"/></svg>";

    public static Markup Moon =>
        $"<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z\"/></svg>";

    /// <summary>A ring, filled by so many hundredths.</summary>
    /// <param name="tone"><c>good</c>, <c>fair</c>, <c>poor</c>, <c>none</c>.</param>
    public static Markup Ring(int hundredths, string tone, Markup inside) =>
        $"<svg class=\"ring {tone}\" viewBox=\"0 0 36 36\" aria-hidden=\"true\"><circle class=\"track\" cx=\"18\" cy=\"18\" r=\"15.5\" pathLength=\"100\"/>{Arc(hundredths)}{inside}</svg>";

    private static Markup Arc(int hundredths) =>
        hundredths > 0
            ? $"<circle class=\"arc\" cx=\"18\" cy=\"18\" r=\"15.5\" pathLength=\"100\" stroke-dasharray=\"{hundredths} 100\" transform=\"rotate(-90 18 18)\"/>"
            : Markup.Nothing;
}
