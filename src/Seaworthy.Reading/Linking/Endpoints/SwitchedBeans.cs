using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Settings of Spring whose beans exist only where another setting of the same group says so: <c>@ConditionalOnProperty("elasticsearch.enabled")</c>.</summary>
/// <remarks>Source: Spring Boot reference, "Condition Annotations", "Property Conditions".</remarks>
internal static partial class SwitchedBeans
{
    /// <param name="deployment">It knows the source.</param>
    /// <param name="workload">Who reads the setting.</param>
    /// <param name="setting">Where the file of settings has it.</param>
    public static bool Has(Deployment deployment, Workload workload, SourceSpan setting) =>
        GroupOf(setting) is { } group
        && deployment
            .Of<CodeFile>()
            .Where(code => workload.Components.Any(component => code.File.Path.StartsWith(component.Root, StringComparison.Ordinal)))
            .SelectMany(code => Condition().Matches(code.File.Text))
            .Any(condition => condition.Value.Contains($"\"{group}", StringComparison.Ordinal));

    /// <summary>The first name of the key: <c>elasticsearch</c> of <c>elasticsearch.host</c>. Null outside of settings.</summary>
    private static string? GroupOf(SourceSpan setting)
    {
        if (
            !setting.File.Name.EndsWith(".yml", StringComparison.Ordinal)
            && !setting.File.Name.EndsWith(".yaml", StringComparison.Ordinal)
            && !setting.File.Name.EndsWith(".properties", StringComparison.Ordinal)
        )
        {
            return null;
        }

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
