using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.Jvm;

namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>Environment variables that an application on the JVM reads by way of its properties: placeholders in its files and its source that no property of its own fills.</summary>
/// <remarks>
/// Source: Spring Framework reference, "PropertySource Abstraction". A placeholder of <c>@Value</c> that nothing fills stops the program; one in a file that is bound to a class stays as it is written,
/// and only what must be a number or an address at start stops it.
/// </remarks>
internal static class JvmReads
{
    // Set by the virtual machine, the framework, or by nobody because they have a value of their own.
    private static readonly string[] Ambient =
    [
        "java.",
        "user.",
        "os.",
        "random.",
        "spring.",
        "server.",
        "local.",
        "management.",
        "logging.",
        "eureka.",
        "vcap.",
        "quarkus.",
        "micronaut.",
        "app.version",
        "project.",
        "git.",
        "build.",
    ];

    /// <summary>Properties without which, or with a placeholder left in them, nothing starts.</summary>
    private static readonly string[] Needed =
    [
        "server.port",
        "spring.datasource.url",
        "spring.r2dbc.url",
        "spring.data.mongodb.uri",
        "quarkus.datasource.jdbc.url",
        "datasources.default.url",
    ];

    /// <summary>Numbers of Spring that are read as soon as the starter is there: a placeholder that is left in them is none.</summary>
    private static readonly StarterNumber[] Numbers =
    [
        new("spring.data.redis.port", "spring-boot-starter-data-redis*"),
        new("spring.rabbitmq.port", "spring-boot-starter-amqp"),
        new("spring.data.mongodb.port", "spring-boot-starter-data-mongodb*"),
    ];

    /// <summary>What the properties that are active read.</summary>
    public static IEnumerable<EnvironmentRead> OfFiles(JvmApplication application, JvmProperties properties)
    {
        var demanded = Demanded(properties, application.Component.Code);
        demanded.UnionWith(
            Numbers.Where(number => application.Dependencies.Has(number.Starter)).Select(number => PropertyNames.Canonical(number.Key))
        );
        return properties
            .Declared.Where(property => !property.IsComputed && properties.Given(property.Key) is null)
            .SelectMany(property =>
                Holes(property.Value)
                    .Where(hole => properties.In(hole.Variable ?? "") is null)
                    .Select(hole =>
                        Read(
                            hole,
                            properties.IsSwitchedOff(property.Key) ? Demand.Optional : DemandOf(property, demanded),
                            hole.Span ?? property.Span
                        )
                    )
            )
            .Where(read => read.Name.Length > 0);
    }

    /// <summary>What all files of a component read, whatever profile they are for; those of development and tests left out.</summary>
    public static IEnumerable<EnvironmentRead> OfEveryFile(IReadOnlyList<ApplicationProperties> files)
    {
        var keys = files.SelectMany(file => file.All).Select(property => property.Canonical).ToHashSet(StringComparer.Ordinal);
        return files
            .Where(file => !IsForDevelopment(file.Profile))
            .SelectMany(file => file.Documents)
            .Where(document => !IsForDevelopment(document.Condition))
            .SelectMany(document => document.Properties)
            .Where(property => !property.IsComputed)
            .SelectMany(property =>
                Holes(property.Value)
                    .Where(hole => !keys.Contains(PropertyNames.Canonical(hole.Variable ?? "")))
                    .Select(hole => Read(hole, Demand.Expected, hole.Span ?? property.Span))
            )
            .Where(read => read.Name.Length > 0);
    }

    /// <summary>What the source takes by name.</summary>
    public static IEnumerable<EnvironmentRead> OfSource(IEnumerable<CodeFile> code, Func<string, bool> isProperty) =>
        from file in code
        // A text of megabytes is searched once, not for each of its reads.
        let isConditional = new Lazy<bool>(() => IsConditional(file))
        from read in file.PropertyReads
        from hole in Holes(read.Value)
        where !isProperty(hole.Variable ?? "")
        let made = Read(hole, IsDemanded(read, isConditional) ? Demand.Required : Demand.Expected, read.Span)
        where made.Name.Length > 0
        select made;

    // A bean that only some profiles or settings make.
    private static bool IsConditional(CodeFile file) =>
        file.File.Text.Contains("@Profile", StringComparison.Ordinal)
        || file.File.Text.Contains("@Conditional", StringComparison.Ordinal)
        || file.File.Text.Contains("@Lazy", StringComparison.Ordinal)
        || file.File.Text.Contains("@Requires", StringComparison.Ordinal)
        || file.File.Text.Contains("required = false", StringComparison.Ordinal);

    private static bool IsDemanded(PropertyRead read, Lazy<bool> isConditional) =>
        read.IsStrict && !isConditional.Value && !IsOptional(read);

    /// <summary>What the annotation is at may be empty; what the same file keeps in an <c>Optional</c> elsewhere says nothing of it.</summary>
    private static bool IsOptional(PropertyRead read)
    {
        var rest = read.Span.File.Text.AsSpan(read.Span.End);
        var end = rest.IndexOfAny(';', ',');
        return (end < 0 ? rest : rest[..end]).Contains("Optional<", StringComparison.Ordinal);
    }

    private static Demand DemandOf(ApplicationProperty property, HashSet<string> demanded) =>
        demanded.Contains(property.Canonical) || Needed.Any(key => PropertyNames.Canonical(key) == property.Canonical)
            ? Demand.Required
            : Demand.Expected;

    /// <summary>Properties that <c>@Value</c> takes, and those that their values name: there a placeholder is filled, or nothing starts.</summary>
    private static HashSet<string> Demanded(JvmProperties properties, IReadOnlyList<CodeFile> code)
    {
        HashSet<string> demanded = new(StringComparer.Ordinal);
        Queue<string> open = new(
            from file in code
            where !file.IsTest
            let isConditional = new Lazy<bool>(() => IsConditional(file))
            from read in file.PropertyReads
            where IsDemanded(read, isConditional)
            from hole in read.Value.Variables
            select hole.Variable ?? ""
        );
        while (open.TryDequeue(out var name))
        {
            if (demanded.Add(PropertyNames.Canonical(name)) && properties.In(name) is { } property)
            {
                foreach (var hole in property.Value.Variables)
                {
                    open.Enqueue(hole.Variable ?? "");
                }
            }
        }

        return demanded;
    }

    private static bool IsForDevelopment(string? profile) =>
        profile is not null
        && (
            profile.Contains("dev", StringComparison.OrdinalIgnoreCase)
            || profile.Contains("local", StringComparison.OrdinalIgnoreCase)
            || profile.Contains("test", StringComparison.OrdinalIgnoreCase)
            || profile.Contains("h2", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Every placeholder, those in defaults after the one they are in for.</summary>
    private static IEnumerable<TemplatePart> Holes(Template template) =>
        template.Variables.SelectMany(hole => hole.Word is { } word ? Holes(word).Prepend(hole) : [hole]);

    private static EnvironmentRead Read(TemplatePart hole, Demand demand, SourceSpan span)
    {
        var name = hole.Variable ?? "";
        var isProperty = name.Contains('.', StringComparison.Ordinal) || name.Contains('-', StringComparison.Ordinal);
        if (
            name.Length == 0
            || name.Contains(' ', StringComparison.Ordinal)
            || Ambient.Any(start => name.StartsWith(start, StringComparison.Ordinal))
        )
        {
            return new EnvironmentRead("", null, Demand.Optional, span);
        }

        var fallback = hole.Word is { } word ? PropertyValues.Of(word, span) : null;
        return new EnvironmentRead(
            isProperty ? PropertyNames.Variable(name) : name,
            fallback,
            fallback is null ? demand : Demand.Optional,
            span
        )
        {
            Schema = isProperty ? "properties" : null,
            IgnoresCase = isProperty,
            Aliases = isProperty ? [name, PropertyNames.Variable(name.Replace("-", "", StringComparison.Ordinal))] : [],
        };
    }
}
