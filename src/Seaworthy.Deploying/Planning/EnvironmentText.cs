using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Deploying.Planning;

/// <summary>The text of a dotenv file as variables, read as every other dotenv file is.</summary>
public static class EnvironmentText
{
    private const string Name = ".env";

    /// <param name="text">The file.</param>
    /// <param name="values">What is set already, which its holes may use. Is not changed.</param>
    /// <param name="used">Receives the names that its holes ask for.</param>
    public static IReadOnlyList<Variable> Read(string text, IReadOnlyDictionary<string, string> values, ICollection<string>? used = null)
    {
        Dictionary<string, string> known = new(values, StringComparer.Ordinal);
        VariableFilling filling = new(known);
        List<Variable> found = [];
        foreach (var entry in Entries(text))
        {
            var value =
                entry.Value is null ? values.GetValueOrDefault(entry.Name.Value)
                : entry.Quote == EnvQuote.Single ? entry.Value.Raw
                : filling.Fill(entry.Value);
            if (value is not null)
            {
                known[entry.Name.Value] = value;
                found.Add(new Variable(entry.Name.Value, value));
            }
        }

        foreach (var name in filling.Used)
        {
            used?.Add(name);
        }

        return found;
    }

    /// <summary>The same for what a program prints: a <c>$</c> in a value is a letter of it.</summary>
    public static IReadOnlyList<Variable> ReadLiteral(string text) =>
        [.. Entries(text).Select(entry => Literal(entry) is { } value ? new Variable(entry.Name.Value, value) : null).OfType<Variable>()];

    private static string? Literal(EnvEntry entry) =>
        entry is { Quote: EnvQuote.Double, Value: { } quoted } ? string.Concat(quoted.Parts.Select(part => part.Text)) : entry.Value?.Raw;

    private static IReadOnlyList<EnvEntry> Entries(string text)
    {
        using MemoryRepository repository = new([new MemoryFile(Name, text)]);
        return new DeploymentReader().Read(repository).Deployment.At<EnvFile>(Name)?.Entries ?? [];
    }
}
