using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>The committed <c>.env</c> beside a Compose file: its values are as public as a default.</summary>
/// <remarks>Source: Docker documentation, "Interpolation": Compose reads <c>.env</c> of the project's directory by itself.</remarks>
internal static class CommittedEnvFile
{
    private const int MostNamed = 8;

    public static string Of(ComposeFile compose, IEnumerable<string> variables, Deployment deployment)
    {
        if (
            deployment.In<EnvFile>(compose.File.Directory).FirstOrDefault(beside => beside.File.Name == ".env") is not { } file
            || deployment.Tree.Find(file.File.Path) is not { Status: not FileStatus.Ignored }
            || variables.Where(name => file.Find(name) is { Value.Raw.Length: > 0 }).Distinct(StringComparer.Ordinal).ToList()
                is not { Count: > 0 } set
        )
        {
            return "";
        }

        return $" Remove {NameList.Of(set, MostNamed)} from {file.File.Path} as well and use {(set.Count == 1 ? "another value" : "other values")}: that file is committed, and Compose reads it by default.";
    }
}
