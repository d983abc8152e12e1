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
    public static IReadOnlyList<Variable> Read(string text, IReadOnlyDictionary<string, string> values)
    {
        using MemoryRepository repository = new([new MemoryFile(Name, text)]);
        var reading = new DeploymentReader().Read(repository);
        Dictionary<string, string> known = new(values, StringComparer.Ordinal);
        List<Variable> found = [];
        foreach (var entry in reading.Deployment.At<EnvFile>(Name)?.Entries ?? [])
        {
            var value =
                entry.Value is null ? values.GetValueOrDefault(entry.Name.Value)
                : entry.Quote == EnvQuote.Single ? entry.Value.Raw
                : new VariableFilling(known).Fill(entry.Value);
            if (value is not null)
            {
                known[entry.Name.Value] = value;
                found.Add(new Variable(entry.Name.Value, value));
            }
        }

        return found;
    }
}
