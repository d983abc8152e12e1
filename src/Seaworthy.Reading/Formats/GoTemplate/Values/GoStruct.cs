namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>A Go struct whose members are plain values.</summary>
internal sealed class GoStruct(string type, string text, IReadOnlyDictionary<string, object?> fields) : IGoObject
{
    public string Type { get; } = type;

    public string Text { get; } = text;

    public IReadOnlyDictionary<string, object?> Fields { get; } = fields;

    public bool TryMember(string name, IReadOnlyList<object?> arguments, out object? value) => Fields.TryGetValue(name, out value);
}
