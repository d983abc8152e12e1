namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>A Go slice.</summary>
/// <param name="items">What it holds; nothing changes it later.</param>
/// <param name="type">As <c>%T</c> writes it.</param>
internal class GoList(IReadOnlyList<object?> items, string type = GoList.OfAnything)
{
    public const string OfAnything = "[]interface {}";
    public const string OfText = "[]string";
    public const string OfIntegers = "[]int";

    public IReadOnlyList<object?> Items { get; } = items;

    public string Type { get; } = type;
}
