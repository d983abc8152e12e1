using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Jvm;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>What a component's variables are given anywhere in the repository: by its workloads, by builds of its images, by dotenv files and templates above it.</summary>
internal sealed class GivenValues
{
    // Every component asks.
    private static readonly PerDeployment<ILookup<string, Image>> ImagesByRoot = new(deployment =>
        deployment
            .Images.SelectMany(
                image => image.Components.Select(component => component.Root).Distinct(StringComparer.Ordinal),
                (image, root) => new { image, root }
            )
            .ToLookup(pair => pair.root, pair => pair.image, StringComparer.Ordinal)
    );

    private readonly ILookup<string, Resolved> values;
    private readonly IReadOnlyList<JvmProperties> properties;

    public GivenValues(Deployment deployment, Component component, IEnumerable<Workload> workloads)
    {
        var supplied = workloads
            .Where(workload => workload.Components.Contains(component))
            .SelectMany(workload => workload.Supplied)
            .Select(variable => new { variable.Name, variable.Value });
        var built = ImagesByRoot
            .Of(deployment)[component.Root]
            .Where(image => image.Components.Contains(component))
            .SelectMany(image => image.Build.Arguments)
            .Select(argument => new { argument.Name, Value = argument.Value ?? Resolved.Unknown("it is passed through", argument.Span) });
        var written = deployment
            .Of<EnvFile>()
            .Where(file => file.File.Directory.Length == 0 || component.Contains(file.File.Directory))
            .SelectMany(file =>
                file.Entries.Where(entry => !entry.IsEmpty && IsReadBy(component, file, entry.Name.Value))
                    .Select(entry => new { Name = entry.Name.Value, Value = Value(entry) })
            );
        properties = JvmApplication.Of(deployment, component) is { } application
            ? [.. Runs(workloads, component).DefaultIfEmpty().Select(workload => new JvmProperties(application, workload))]
            : [];
        values = supplied.Concat(built).Concat(written).ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>The one value of a name; unknown when several are given; null when none is.</summary>
    public Resolved? Find(string name)
    {
        var given = values[name].ToList();
        return given.Count == 0 ? OfProperties(name)
            : given.Select(value => value.Text).Distinct(StringComparer.Ordinal).Count() == 1 ? given[0]
            : Resolved.Unknown($"{name} has several values");
    }

    /// <summary>Bundlers read the files of their own directory, and none above it.</summary>
    /// <remarks>Sources: Vite, "Env Variables and Modes"; Next.js, "Environment Variables"; Create React App, "Adding Custom Environment Variables".</remarks>
    private static bool IsReadBy(Component component, EnvFile file, string name) =>
        component.Contains(file.File.Path)
        || !ForeignPrefixes.IsOfBundler(name)
        || component.Code.Any(code => code.File.Text.Contains("envDir", StringComparison.Ordinal));

    private static IEnumerable<Workload> Runs(IEnumerable<Workload> workloads, Component component) =>
        workloads.Where(workload => workload.Components.Contains(component));

    /// <summary>The property of an application on the JVM that has the name, the same wherever it runs.</summary>
    private Resolved? OfProperties(string name)
    {
        var found = properties.Select(each => each.Find(name)).ToList();
        var external = properties.Select(each => each.ExternalBecause).FirstOrDefault(why => why is not null);
        return external is not null ? Resolved.Unknown(external)
            : found.Count == 0 ? null
            : found.Select(value => value?.Text).Distinct(StringComparer.Ordinal).Count() == 1 ? found[0]
            : Resolved.Unknown($"{name} has several values");
    }

    private static Resolved Value(EnvEntry entry) =>
        entry.Value?.Literal is { } literal ? Resolved.Known(literal, entry.Span) : Resolved.Unknown("it is computed", entry.Span);
}
