using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;

namespace Seaworthy.Rules.Platforms;

/// <summary>A vercel.json has settings of the build beside <c>builds</c>, which switches them off.</summary>
/// <remarks>
/// Source: Vercel documentation, "Project Configuration", "builds", and "Error List", "Unused build and development settings"; vercel/vercel, packages/cli/src/commands/build:
/// settings of the project reach only builders that Vercel chose itself.
/// </remarks>
internal sealed class VercelBuildSettingsIgnored : Rule<VercelConfig>
{
    /// <summary>They run the script <c>build</c> of package.json themselves.</summary>
    private static readonly string[] Building = ["@vercel/static-build", "@vercel/next", "@now/static-build", "@now/next"];

    private static readonly string[] SameCommands =
    [
        "npm run build",
        "yarn build",
        "yarn run build",
        "pnpm build",
        "pnpm run build",
        "next build",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/vercel-build-settings-ignored",
            Title = "Ignored Vercel build settings",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "With `builds`, Vercel runs only the listed builders: the command never runs, and what it makes is missing.",
            Holds = "Vercel uses the build settings of the file.",
        };

    public override IEnumerable<VercelConfig> Subjects(Deployment deployment) =>
        deployment.Of<VercelConfig>().Where(config => config.File.Name == "vercel.json" && config.BuildSettings.Count > 0);

    protected override Subject Identify(VercelConfig subject) => new(subject.File.Path, subject.BuildSettings[0].Span);

    protected override IEnumerable<Verdict> Check(VercelConfig subject, Deployment deployment)
    {
        if (subject.Builds.Count == 0 || subject.BuildsSpan is not { } builds)
        {
            yield break;
        }

        var names = string.Join(" and ", subject.BuildSettings.Select(setting => $"`{setting.Value}`"));
        yield return Warn(
                subject.BuildSettings[0].Span,
                $"{subject.File.Path} sets {names}, but Vercel ignores {(subject.BuildSettings.Count == 1 ? "it" : "them")} because of `builds`."
            )
            .As(IsDoneAnyway(subject) ? Severity.Low : Severity.High)
            .Related(subject.BuildSettings.Skip(1).Select(setting => setting.Span), "ignored too")
            .Related(builds, "switches them off")
            .Remedy(
                $"Remove `builds` in {builds}, or move the command into the script `vercel-build` of the package.json beside each source of `builds`."
            )
            .VerifyOneGone();
    }

    /// <summary>The builders run the same script themselves.</summary>
    private static bool IsDoneAnyway(VercelConfig config) =>
        config.Builds.All(build =>
            build.Use?.Value is { } use
            && Array.Exists(Building, known => use == known || use.StartsWith(known + "@", StringComparison.Ordinal))
        )
        && (config.BuildCommand is not { } command || SameCommands.Contains(command.Text.Value.Trim(), StringComparer.Ordinal))
        && (config.InstallCommand is not { } install || !install.Text.Value.Contains("cd ", StringComparison.Ordinal));
}
