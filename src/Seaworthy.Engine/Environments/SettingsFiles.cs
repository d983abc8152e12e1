using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Engine.Environments;

/// <summary>
/// Settings that are written once for each environment, where no target says what runs there: <c>.env.production</c>, <c>appsettings.Production.json</c>, <c>values-prod.yaml</c> of a chart. The file that all of them are
/// laid over belongs to each.
/// </summary>
internal sealed class SettingsFiles(Deployment deployment)
{
    private const string Besides = "it may be given besides";

    public IEnumerable<NamedTarget> Find() => [.. EnvFiles(), .. AppSettings(), .. ChartValues()];

    private IEnumerable<NamedTarget> EnvFiles() =>
        from file in deployment.Of<EnvFile>()
        where !file.IsTemplate && file.Environment is { } name and not "local" && IsEnvironment(name)
        let below = deployment.In<EnvFile>(file.File.Directory).FirstOrDefault(other => other.File.Name == ".env")
        select Target(
            file.File,
            below?.File,
            ".env files",
            [.. (below?.Entries ?? []).Concat(file.Entries).Select(entry => Given(entry.Name.Value, entry.Value?.Literal, entry.Span))]
        );

    private IEnumerable<NamedTarget> AppSettings() =>
        from file in deployment.Of<AppSettings>()
        where file.Environment is { } name && IsEnvironment(name)
        let below = deployment.In<AppSettings>(file.File.Directory).FirstOrDefault(other => other.Environment is null)
        select Target(
            file.File,
            below?.File,
            "appsettings",
            [.. (below?.Settings ?? []).Concat(file.Settings).Select(setting => Given(setting.Key, setting.Value, setting.KeySpan))]
        );

    private IEnumerable<NamedTarget> ChartValues() =>
        from chart in deployment.Of<HelmChart>()
        let files = deployment.In<HelmValues>(chart.File.Directory).ToList()
        let below = files.Find(file => file.File.Name is "values.yaml" or "values.yml")
        from file in files
        where file == below || IsEnvironment(file.File.Name)
        select Target(
            file.File,
            file == below ? null : below?.File,
            "values",
            [
                .. (file == below ? [] : below?.Values ?? [])
                    .Concat(file.Values)
                    .Select(value => Given(value.Path, value.Value?.Value, value.KeySpan)),
            ]
        );

    private static bool IsEnvironment(string name) =>
        EnvironmentName.Of(name) is not (TargetEnvironment.Unstated or TargetEnvironment.Test);

    private static SuppliedVariable Given(string name, string? text, SourceSpan span) =>
        new(name, text is null ? Resolved.Unknown("it is computed", span) : Resolved.Known(text, span), span, SupplyOrigin.EnvFile);

    /// <param name="file">The settings of one environment.</param>
    /// <param name="below">Those that they are laid over.</param>
    /// <param name="kind">What such files are called together.</param>
    /// <param name="given">What both say, the last word last.</param>
    private NamedTarget Target(SourceFile file, SourceFile? below, string kind, IReadOnlyList<SuppliedVariable> given)
    {
        var purpose = EnvironmentName.Of(file.Name);
        var component = deployment.Components.FirstOrDefault(component => component.Root == file.Directory);
        Workload workload = new()
        {
            Name = component?.Name is { Length: > 0 } and not "." ? component.Name : kind,
            TargetName = file.Path,
            Kind = TargetKind.Script,
            Environment = purpose,
            Span = file.Whole,
            Components = component is null ? [] : [component],
            Supplied = given,
            SuppliesMoreBecause = Besides,
        };
        return new NamedTarget(
            new Target
            {
                Name = file.Path,
                Kind = TargetKind.Script,
                Environment = purpose,
                Files = below is null ? [file] : [below, file],
                Workloads = [workload],
            },
            file.Directory.Length > 0 ? $"{kind} of {file.Directory}" : kind,
            purpose == TargetEnvironment.Unstated ? "" : EnvironmentNaming.Word(purpose),
            purpose,
            [new Fact<string>("its name says so", file.Whole)]
        );
    }
}
