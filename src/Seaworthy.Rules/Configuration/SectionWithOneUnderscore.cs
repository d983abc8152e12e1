using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A variable is to replace a setting of a .NET program, and its levels are joined by one underscore instead of two.</summary>
/// <remarks>Source: .NET documentation, "Configuration providers", "Environment variable configuration provider".</remarks>
internal sealed class SectionWithOneUnderscore : Rule<SectionWithOneUnderscore.Given>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/section-with-one-underscore",
            Title = "Single underscore in setting",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale =
                ".NET takes `__` for the border between levels: with one underscore the variable is another setting, and the value of the file stays.",
            Holds = "Variables for nested settings have two underscores between levels.",
        };

    public override IEnumerable<Given> Subjects(Deployment deployment)
    {
        var settings = deployment.Of<AppSettings>().ToLookup(file => file.File.Directory, StringComparer.Ordinal);
        return from workload in deployment.Workloads
            let nested = Nested(workload, settings)
            where nested.Count > 0
            select new Given(workload, nested);
    }

    protected override Subject Identify(Given subject) => new(subject.Workload.Name, subject.Workload.Span, subject.Workload.TargetName);

    protected override IEnumerable<Verdict> Check(Given subject, Deployment deployment)
    {
        var (workload, nested) = subject;
        var read = workload
            .Components.SelectMany(component => component.Code)
            .SelectMany(file => file.EnvironmentReads)
            .Select(read => read.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var variable in workload.Supplied.Where(variable => !read.Contains(variable.Name)))
        {
            if (nested.TryGetValue(variable.Name, out var setting) && !workload.Supplies(Right(setting)))
            {
                yield return Fail(
                        variable.Span,
                        $"{workload.TargetName} sets {variable.Name} for {workload.Name}, but the setting {setting.Key} is called {Right(setting)} there."
                    )
                    .On(variable.Name)
                    .Related(setting.ValueSpan, "stays in force")
                    .Remedy($"Write `{Right(setting)}` instead of `{variable.Name}` in {variable.Span}.")
                    .VerifyGone();
            }
        }
    }

    /// <summary>The settings below a section of the program's own files, by the name with one underscore between levels.</summary>
    private static Dictionary<string, ConfigurationSetting> Nested(Workload workload, ILookup<string, AppSettings> settings)
    {
        Dictionary<string, ConfigurationSetting> nested = new(StringComparer.OrdinalIgnoreCase);
        foreach (
            var setting in workload
                .Components.Where(component => component.Language == Language.CSharp)
                .SelectMany(component => settings[component.Root])
                .SelectMany(file => file.Settings)
                .Where(setting => setting.Key.Contains(':', StringComparison.Ordinal))
        )
        {
            nested.TryAdd(setting.Key.Replace(':', '_'), setting);
        }

        return nested;
    }

    private static string Right(ConfigurationSetting setting) => setting.Key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>A workload that runs a .NET program, and its nested settings.</summary>
    internal sealed record Given(Workload Workload, IReadOnlyDictionary<string, ConfigurationSetting> Nested);
}
