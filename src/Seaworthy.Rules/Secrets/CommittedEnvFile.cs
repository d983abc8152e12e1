using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>The <c>.env</c> beside a compose file, where it is part of the repository: what it sets is as public as a default, and nothing stops for want of it.</summary>
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

        return $" Take {NameList.Of(set, MostNamed)} out of {file.File.Path} as well and give {(set.Count == 1 ? "it" : "them")} another value: that file is committed, and compose reads it by itself.";
    }
}
