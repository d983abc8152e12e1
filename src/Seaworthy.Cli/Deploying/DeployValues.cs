using System.Collections;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Cli.Deploying;

/// <summary>The variables of the one who deploys: the environment of the command goes before the files, as Compose has it.</summary>
internal static class DeployValues
{
    /// <summary>Null when a named file is absent: the reason is then on standard error.</summary>
    public static IReadOnlyDictionary<string, string>? Of(string directory, IReadOnlyList<string> envFiles)
    {
        Dictionary<string, string> own = new(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            own[(string)variable.Key] = (string?)variable.Value ?? "";
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
                Console.Error.WriteLine($"seaworthy: there is no file '{file}'.");
                return null;
            }
        }

        foreach (var pair in own)
        {
            values[pair.Key] = pair.Value;
        }

        return values;
    }

    public static string? Read(string path) => File.Exists(path) ? File.ReadAllText(path) : null;
}
