namespace Seaworthy.Model.Known.Actions;

/// <summary>Lets a row give names as one line.</summary>
internal static class ActionWords
{
    public static IReadOnlyList<string> Of(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
