using System.Text.RegularExpressions;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Settings of Spring whose beans exist only where another setting of the same group says so: <c>@ConditionalOnProperty("elasticsearch.enabled")</c>.</summary>
/// <remarks>Source: Spring Boot reference, "Condition Annotations", "Property Conditions".</remarks>
internal static partial class SwitchedBeans
{
    /// <param name="workload">Who reads the setting.</param>
    /// <param name="setting">Where the file of settings has it.</param>
    public static bool Has(Workload workload, SourceSpan setting) =>
        workload.Components.Any(component => component.Properties.Any(settings => settings.File.Path == setting.File.Path))
        && GroupOf(setting) is { } group
        && workload
            .Components.SelectMany(component => component.Code)
            .SelectMany(code => Condition().Matches(code.File.Text))
            .Any(condition => condition.Value.Contains($"\"{group}", StringComparison.Ordinal));

    /// <summary>The first name of the key: <c>elasticsearch</c> of <c>elasticsearch.host</c>. Null above the first key.</summary>
    private static string? GroupOf(SourceSpan setting)
    {
        for (var line = setting.StartLine; line > 0; line--)
        {
            if (TopKey().Match(setting.File.Lines.TextOf(line)) is { Success: true } key)
            {
                return key.Groups[1].Value;
            }
        }

        return null;
    }

    [GeneratedRegex(@"@ConditionalOnProperty\s*\([^)]*\)")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^([A-Za-z][\w-]*)[.:=]")]
    private static partial Regex TopKey();
}
