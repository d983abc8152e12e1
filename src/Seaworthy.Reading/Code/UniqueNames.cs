namespace Seaworthy.Reading.Code;

/// <summary>Tells things of one name apart within a file: the second <c>app</c> is <c>app#2</c>.</summary>
internal sealed class UniqueNames
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    public bool Contains(string name) => used.ContainsKey(name);

    public string Take(string name)
    {
        var count = used.GetValueOrDefault(name) + 1;
        used[name] = count;
        return count == 1 ? name : Take($"{name}#{count}");
    }
}
