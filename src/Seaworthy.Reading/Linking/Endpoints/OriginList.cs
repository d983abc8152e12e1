using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>What one place of a program's source says of the origins that it allows: one of them, several, or every one of a form.</summary>
internal sealed record OriginList(FrameworkSetting Declared, CodeFile File)
{
    private static readonly string[] Lists = ["cors.origins", "django.CORS_ALLOWED_ORIGINS", "django.CORS_ORIGIN_WHITELIST"];

    // Whatever takes origins in another form beside the list.
    private static readonly string[] Wider =
    [
        "cors.allowAll",
        "cors.originPattern",
        "cors.resources",
        "django.CORS_ALLOW_ALL_ORIGINS",
        "django.CORS_ORIGIN_ALLOW_ALL",
        "django.CORS_ALLOWED_ORIGIN_REGEXES",
        "django.CORS_ORIGIN_REGEX_WHITELIST",
    ];

    public static IReadOnlyList<OriginList> Of(IEnumerable<Component> components) =>
        [
            .. from file in components.SelectMany(component => component.Code)
            where !file.IsTest
            from setting in file.Settings
            where
                Lists.Contains(setting.Name)
                || (Wider.Contains(setting.Name) && setting.Value is not CodeValue.Literal { Text: "False" or "false" })
            select new OriginList(setting, file),
        ];

    public static bool IsLocal(string origin) =>
        origin.Contains("localhost", StringComparison.OrdinalIgnoreCase) || origin.Contains("127.0.0.1", StringComparison.Ordinal);

    /// <summary>The origins, at the variable that gives them or in the source; null when nobody can tell.</summary>
    public IReadOnlyList<Fact<string>>? In(Workload workload, CodeValues values)
    {
        if (!Lists.Contains(Declared.Name))
        {
            return null;
        }

        var given = File
            .EnvironmentReads.Where(read => Declared.Span.Holds(read.Span))
            .Select(read => workload.Supplied.LastOrDefault(supplied => supplied.Name == read.Name))
            .ToList();
        var resolved = values.Resolve(Declared.Value, File, name => Given(workload, name));
        return (resolved.Text, given) switch
        {
            ({ } text, _) => Split(text, given is [{ } one] ? one.Span : Declared.Span),
            // The variable is split into a list, or filtered.
            (null, [{ Value.Text: { } text, Span: var span }]) => Split(text, span),
            _ => null,
        };
    }

    private static Resolved? Given(Workload workload, string name) =>
        workload.Supplied.LastOrDefault(supplied => supplied.Name == name)?.Value
        ?? (workload.SuppliesMoreBecause is { } why ? Resolved.Unknown(why) : null);

    private static List<Fact<string>> Split(string text, SourceSpan span) =>
        [
            .. text.Trim('[', ']')
                .Split(',', ';', ' ')
                .Select(part => part.Trim(' ', '"', '\''))
                .Where(part => part.Length > 0)
                .Select(part => new Fact<string>(part, span)),
        ];
}
