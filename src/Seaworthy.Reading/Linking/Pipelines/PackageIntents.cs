using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What package managers and build tools are used for.</summary>
internal static class PackageIntents
{
    public static IEnumerable<StepIntent> OfScript(PackageScriptCommand script) =>
        script.Verb switch
        {
            "run" when script.Script is { Literal: "nx" } && ProgramIntents.IsNxTest(Behind(script)) => [StepIntent.Test],
            "run" => IntentNames.Of(script.Script?.Literal ?? ""),
            "install" or "fetch" => script.IsGlobal || script.Packages.Count > 0 ? [StepIntent.SetUp] : [StepIntent.Install],
            "add" or "config" or "login" or "set" => [StepIntent.SetUp],
            "audit" => [StepIntent.Scan],
            "publish" => [StepIntent.Publish],
            "build" => [StepIntent.Build],
            _ => [],
        };

    /// <summary><c>pnpm nx run-many …</c>: what the program gets that is in the place of a script.</summary>
    private static IReadOnlyList<ShellWord> Behind(PackageScriptCommand script) =>
        [.. script.Command.Words.SkipWhile(word => !ReferenceEquals(word, script.Script)).Skip(1)];

    public static IEnumerable<StepIntent> OfInstall(PackageInstallCommand install) =>
        install.RequirementFiles.Count > 0 || install.Directories.Count > 0 ? [StepIntent.Install] : [StepIntent.SetUp];

    public static IEnumerable<StepIntent> OfBuild(BuildCommand build)
    {
        var words = build.Command.Words.Select(word => word.Literal ?? "").ToList();
        if (build.Tool == "tsc" && words.Contains("--noEmit"))
        {
            return [StepIntent.Lint];
        }

        // These run the tests before they package, unless an option skips them.
        var isJvm = build.Tool is "mvn" or "mvnw" or "gradle" or "gradlew";
        var skipsTests =
            words.Exists(word =>
                word.StartsWith("-DskipTests", StringComparison.Ordinal) || word.StartsWith("-Dmaven.test.skip", StringComparison.Ordinal)
            ) || words.Contains("-x");
        return isJvm && !skipsTests && words.Exists(word => word is "package" or "install" or "verify" or "build" or "deploy" or "check")
            ? [StepIntent.Test, StepIntent.Build]
            : [StepIntent.Build];
    }
}
