using System.Collections.Concurrent;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>The properties of one application as it runs in one workload, or by itself: command, then environment, then its files with the profiles that are active.</summary>
/// <remarks>Source: Spring Boot reference, "Externalized Configuration", the order of property sources.</remarks>
internal sealed class JvmProperties
{
    private const int DepthLimit = 12;

    private readonly Workload? workload;
    private readonly IReadOnlyList<JvmSetting> settings;
    private readonly Dictionary<string, ApplicationProperty> declared = new(StringComparer.Ordinal);

    // A property may ask for another many times, and that for a third.
    private readonly ConcurrentDictionary<Asked, Resolved?> found = new();

    public JvmProperties(JvmApplication application, Workload? workload)
    {
        this.workload = workload;
        var files = application.Component.Properties;
        Profiles = JvmProfiles.Of(files, application.Framework, workload);
        settings = workload is null ? [] : JvmSettings.Of(workload);
        foreach (var property in Active(files, Profiles.Active))
        {
            declared[property.Canonical] = property;
        }

        ExternalBecause = JvmExternals.Of(application, this, workload);
    }

    public JvmProfiles Profiles { get; }

    /// <summary>Why properties may come from elsewhere (a configuration server, a mounted file); null when the repository holds all.</summary>
    public string? ExternalBecause { get; }

    /// <summary>Those of its files that hold, one per key.</summary>
    public IEnumerable<ApplicationProperty> Declared => declared.Values;

    public ApplicationProperty? In(string key) => declared.GetValueOrDefault(PropertyNames.Canonical(key));

    /// <summary>The value of a property; null when nothing sets it.</summary>
    public Resolved? Find(string key) => Find(key, 0);

    /// <summary>A switch of the same group, or of one around it, is off: <c>honeycomb.beeline.enabled=false</c> beside <c>honeycomb.beeline.write-key</c>.</summary>
    public bool IsSwitchedOff(string key)
    {
        for (var dot = key.LastIndexOf('.'); dot > 0; dot = key.LastIndexOf('.', dot - 1))
        {
            if (Find($"{key[..dot]}.enabled")?.Text is "false")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of a property of its files, whatever the environment says of the property itself.</summary>
    public Resolved Resolve(ApplicationProperty property) => Resolve(property, 0);

    private static IEnumerable<ApplicationProperty> Active(IReadOnlyList<ApplicationProperties> files, IReadOnlyList<string> active) =>
        files
            .Where(file => file.Profile is null)
            .Concat(active.SelectMany(profile => files.Where(file => file.Profile == profile)))
            .SelectMany(file => file.Documents)
            .Where(document => document.Holds(active))
            .SelectMany(document => document.Properties);

    private Resolved? Find(string key, int depth) => found.GetOrAdd(new Asked(key, depth), asked => Look(asked.Key, asked.Depth));

    private Resolved? Look(string key, int depth)
    {
        if (depth > DepthLimit || key.StartsWith("random.", StringComparison.Ordinal))
        {
            return Resolved.Unknown($"{key} is computed");
        }

        var option = settings.LastOrDefault(setting => setting.Key == key);
        return option is not null ? Resolved.Known(option.Value, option.Span)
            : Given(key) is { } given ? given.Value with { Chain = [given.Span, .. given.Value.Chain] }
            : In(key) is { } property ? Resolve(property, depth)
            : null;
    }

    public SuppliedVariable? Given(string key) => workload?.Supplied.LastOrDefault(variable => PropertyNames.Sets(variable.Name, key));

    private Resolved Resolve(ApplicationProperty property, int depth)
    {
        if (property.IsComputed)
        {
            return Resolved.Unknown($"{property.Span} is set by the build", property.Span);
        }

        var value = TemplateValues.Resolve(property.Value, name => Find(name, depth + 1));
        return value.Unset.Count > 0
            ? Resolved.Unknown($"{value.Unset[0]} is not set", property.Span)
            : value with
            {
                Chain = [property.Span, .. value.Chain.Where(span => span != property.Value.Span)],
            };
    }

    private sealed record Asked(string Key, int Depth);
}
