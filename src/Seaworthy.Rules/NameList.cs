namespace Seaworthy.Rules;

/// <summary>Names in a sentence: the first ones, and the number of others.</summary>
internal static class NameList
{
    public static string Of(IReadOnlyCollection<string> names, int most) =>
        string.Join(", ", names.Take(most)) + (names.Count > most ? $" and {names.Count - most} more" : "");
}
