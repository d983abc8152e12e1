using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>Routes of Spring's controllers: <c>@RequestMapping("/orders")</c> on the class, <c>@GetMapping("/{id}")</c> on its methods.</summary>
/// <remarks>Source: Spring Framework reference, "Mapping Requests".</remarks>
internal sealed class SpringRoutes : FrameworkKnowledge
{
    private const string Framework = "spring";

    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["GetMapping"] = "GET",
        ["PostMapping"] = "POST",
        ["PutMapping"] = "PUT",
        ["PatchMapping"] = "PATCH",
        ["DeleteMapping"] = "DELETE",
        ["RequestMapping"] = "*",
    };

    public override void Read(CodeReading reading)
    {
        var methods = reading.Syntax.Functions.Where(HasMapping).ToLookup(function => function.Parent);
        foreach (var type in reading.Syntax.Classes)
        {
            if (JvmAnnotations.Has(type, "FeignClient") || JvmAnnotations.Has(type, "HttpExchange") || IsMicronaut(reading))
            {
                continue;
            }

            var isController = JvmAnnotations.Has(type, "RestController") || JvmAnnotations.Has(type, "Controller");
            if (isController || methods[type].Any())
            {
                Add(reading, type, isController, [.. methods[type]]);
            }
        }
    }

    /// <summary>The methods that an annotation lets through; one for each that is named.</summary>
    public static IReadOnlyList<string> MethodsOf(CodeReading reading, CodeDecorator mapping)
    {
        if (mapping.Name != "RequestMapping")
        {
            return [Verbs.GetValueOrDefault(mapping.Name, "*")];
        }

        var named = JvmAnnotations
            .Values(reading, mapping, "method")
            .OfType<CodeValue.Reference>()
            .Select(reference => reference.Name[(reference.Name.LastIndexOf('.') + 1)..].ToUpperInvariant())
            .ToList();
        return named.Count > 0 ? named : ["*"];
    }

    public static CodeDecorator? MappingOf(CodeScope scope) =>
        scope.Decorators.FirstOrDefault(annotation => Verbs.ContainsKey(annotation.Name));

    public static IReadOnlyList<CodeValue> PathsOf(CodeReading reading, CodeDecorator mapping)
    {
        var paths = JvmAnnotations.Values(reading, mapping, "path", "value");
        return paths.Count > 0 ? paths : [new CodeValue.Literal("", mapping.Span)];
    }

    private static bool HasMapping(CodeFunction function) => MappingOf(function) is not null;

    private static bool IsMicronaut(CodeReading reading) => reading.Imported("io.micronaut.http.annotation");

    private static void Add(CodeReading reading, CodeClass type, bool isController, List<CodeFunction> methods)
    {
        var prefixes = MappingOf(type) is { } mapping ? PathsOf(reading, mapping) : [new CodeValue.Literal("", type.Span)];
        var routers = prefixes.Select((prefix, at) => new { Name = at == 0 ? type.Name : $"{type.Name}#{at}", Prefix = prefix }).ToList();
        reading.Routers.AddRange(
            routers.Select(router => new Router(router.Name, router.Prefix, true, Framework, type.Span) { IsExported = true })
        );

        // A class that implements the interface, or extends the class, may add its own prefix.
        if (!isController || IsInherited(type, methods))
        {
            reading.Settings.Add(new FrameworkSetting("jvm.openRoutes", new CodeValue.Literal(type.Name, type.Span), type.Span));
        }

        foreach (var method in methods)
        {
            foreach (var mapped in method.Decorators.Where(annotation => Verbs.ContainsKey(annotation.Name)))
            {
                reading.Routes.AddRange(
                    from router in routers
                    from path in PathsOf(reading, mapped)
                    from verb in MethodsOf(reading, mapped)
                    select new Route(router.Name, verb, path, Framework, mapped.Span) { Handler = $"{type.Name}.{method.Name}" }
                );
            }
        }
    }

    // An interface that a generator writes: "implements OrdersApi".
    private static bool IsInherited(CodeClass type, List<CodeFunction> methods) =>
        type.Bases.Count > 0
        && (
            methods.Count == 0
            || type.Bases.Any(name =>
                name.EndsWith("Api", StringComparison.Ordinal)
                || name.EndsWith("Controller", StringComparison.Ordinal)
                || name.EndsWith("Resource", StringComparison.Ordinal)
                || name.EndsWith("Operations", StringComparison.Ordinal)
            )
        );
}
