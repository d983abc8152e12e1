namespace Seaworthy.Model.Source;

/// <summary>Stands in a rendered text for what the tree does not give: a template of a chart that is elsewhere, a value that an installation must bring.</summary>
public static class OpenText
{
    /// <summary>A character of the private use area: no file has it.</summary>
    public const string Mark = "\uE000";

    /// <summary>Why a value is not known that holds the mark.</summary>
    public const string Because = "the installation of the chart gives it";

    public static bool Is(string? text) => text?.Contains(Mark, StringComparison.Ordinal) is true;
}
