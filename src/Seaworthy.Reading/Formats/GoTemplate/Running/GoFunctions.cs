namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>The functions that templates may name.</summary>
internal sealed class GoFunctions
{
    private readonly Dictionary<string, GoFunction> byName = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => byName.Keys;

    public GoFunction? Find(string name) => byName.GetValueOrDefault(name);

    public bool Has(string name) => byName.ContainsKey(name) || name is "and" or "or";

    /// <summary>The last one of a name counts.</summary>
    public void Add(string name, string parameters, Func<IReadOnlyList<object?>, object?> call) =>
        byName[name] = new GoFunction(name, parameters, (_, arguments) => call(arguments));

    public void AddOfRun(string name, string parameters, Func<GoRun, IReadOnlyList<object?>, object?> call) =>
        byName[name] = new GoFunction(name, parameters, call);

    public void Alias(string name, string of)
    {
        if (byName.TryGetValue(of, out var function))
        {
            byName[name] = function with { Name = name };
        }
    }
}
