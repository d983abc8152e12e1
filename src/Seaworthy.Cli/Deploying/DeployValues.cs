using System.Collections;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Cli.Deploying;

/// <summary>The variables of the one who deploys: the environment of the command goes before secrets, and those before the files.</summary>
/// <param name="All">By name.</param>
/// <param name="Secret">The names whose values are secrets, or are made of them in a file.</param>
internal sealed record DeployValues(IReadOnlyDictionary<string, string> All, IReadOnlySet<string> Secret)
{
    // A shorter value stands in others by chance.
    private const int LeastLetters = 6;

    /// <summary>Null when a named file is absent: the reason is then in the complaints.</summary>
    public static DeployValues? Of(string directory, IReadOnlyList<string> envFiles, SecretValues secrets, TextWriter complaints)
    {
        Dictionary<string, string> own = new(secrets.Values, StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            // The key is for Seaworthy: a Compose file that asks for it gets nothing.
            if ((string)variable.Key != ProcessRunner.KeyVariable)
            {
                own[(string)variable.Key] = (string?)variable.Value ?? "";
            }
        }

        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (var file in envFiles.Count > 0 ? envFiles : [Path.Combine(directory, ".env")])
        {
            if (Read(file) is { } text)
            {
                foreach (var variable in EnvironmentText.Read(text, own))
                {
                    values[variable.Name] = variable.Value;
                }
            }
            else if (envFiles.Count > 0)
            {
                complaints.WriteLine($"seaworthy: there is no file '{file}'.");
                return null;
            }
        }

        HashSet<string> secret = [.. secrets.Values.Keys, .. values.Where(pair => HoldsOne(pair.Value, secrets)).Select(pair => pair.Key)];
        foreach (var pair in own)
        {
            values[pair.Key] = pair.Value;
        }

        return new DeployValues(values, secret);
    }

    public static string? Read(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    private static bool HoldsOne(string value, SecretValues secrets) =>
        secrets.Values.Values.Any(secret => secret.Length >= LeastLetters && value.Contains(secret, StringComparison.Ordinal));
}
