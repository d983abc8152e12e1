namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>A Go map with keys of text. Templates change maps in place, and hand the same one to each other.</summary>
/// <param name="type">Of what it holds: anything, or text alone.</param>
internal sealed class GoMap(string type = GoMap.OfAnything)
{
    public const string OfAnything = "map[string]interface {}";
    public const string OfText = "map[string]string";
    public const string OfBytes = "engine.files";

    private readonly Dictionary<string, object?> entries = new(StringComparer.Ordinal);

    public string Type { get; } = type;

    public int Count => entries.Count;

    /// <summary>In the order in which Go goes through a map in a template and prints it.</summary>
    public IReadOnlyList<string> Keys
    {
        get
        {
            string[] keys = [.. entries.Keys];
            Array.Sort(keys, GoText.Compare);
            return keys;
        }
    }

    /// <summary>What is under a key; for a key that is not there, the zero of the map's type.</summary>
    public object? this[string key]
    {
        get =>
            entries.TryGetValue(key, out var value) ? value
            : Type == OfText ? ""
            : null;
        set => entries[key] = value;
    }

    public bool Has(string key) => entries.ContainsKey(key);

    public void Remove(string key) => entries.Remove(key);

    /// <summary>Its own maps, so that neither changes the other; what is in lists is copied too.</summary>
    public GoMap Copy(int depth = 0)
    {
        GoMap copy = new(Type);
        foreach (var (key, value) in entries)
        {
            copy[key] = GoKinds.Copy(value, depth + 1);
        }

        return copy;
    }
}
