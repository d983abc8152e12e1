using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Nest's controllers, global prefix and versions. Source: the Nest documentation, "Controllers", "Global prefix", "Versioning", "OpenAPI".</summary>
internal sealed class NestRoutes : FrameworkKnowledge
{
    // The page itself, and what it describes.
    private static readonly string[] SwaggerEndings = ["", "-json", "-yaml"];

    public override void Read(CodeReading reading)
    {
        foreach (var controller in reading.Syntax.Classes)
        {
            if (controller.Decorators.FirstOrDefault(decorator => decorator.Name is "Controller") is { } decorator)
            {
                ReadController(reading, controller, decorator);
            }
        }

        foreach (var call in reading.Syntax.Calls)
        {
            ReadSetup(reading, call);
        }
    }

    private static void ReadController(CodeReading reading, CodeClass controller, CodeDecorator decorator)
    {
        var argument = decorator.Positional(0);
        var options = argument is null ? [] : reading.Syntax.Members(argument.Value);
        var path = options.Count > 0 ? options.FirstOrDefault(option => option.Name == "path")?.Value : argument?.Value;
        reading.Routers.Add(
            new Router(controller.Name, path is { } range ? reading.Value(First(reading, range)) : null, false, "nestjs", decorator.Span)
            {
                IsExported = controller.IsExported,
            }
        );
        if (options.FirstOrDefault(option => option.Name == "version") is { } version)
        {
            AddEach(reading, "nest.version." + controller.Name, version.Value);
        }

        foreach (var method in reading.Syntax.FunctionsIn(controller))
        {
            foreach (var mark in method.Decorators)
            {
                ReadMethod(reading, controller, method, mark);
            }
        }
    }

    private static void ReadMethod(CodeReading reading, CodeClass controller, CodeFunction method, CodeDecorator mark)
    {
        if (mark.Name == "Version" && mark.Positional(0) is { } version)
        {
            AddEach(reading, $"nest.version.{controller.Name}.{method.Name}", version.Value);
        }

        var verb = mark.Name switch
        {
            "Get" or "Sse" => "GET",
            "Post" => "POST",
            "Put" => "PUT",
            "Patch" => "PATCH",
            "Delete" => "DELETE",
            "Head" => "HEAD",
            "Options" => "OPTIONS",
            "All" => "*",
            _ => null,
        };
        if (verb is null)
        {
            return;
        }

        var path = mark.Positional(0);
        var value = path is null ? new CodeValue.Literal("", mark.Span) : reading.Value(First(reading, path.Value));
        reading.Routes.Add(
            new Route(controller.Name, verb, value, "nestjs", mark.Span)
            {
                Handler = method.Name,
                IsPrefix = value is CodeValue.Literal literal && literal.Text.EndsWith('*'),
            }
        );
    }

    /// <summary>A setting for each element of a list, or for the one value.</summary>
    private static void AddEach(CodeReading reading, string name, TokenRange range)
    {
        var parts = reading.Trees.IsOpen(range.First, Brackets.Square)
            ? reading.Trees.Split(reading.Trees.Inside(range.First), ",")
            : [range];
        foreach (var part in parts)
        {
            reading.Settings.Add(new FrameworkSetting(name, reading.Value(part), reading.Syntax.Span(part)));
        }
    }

    // "@Get(['a', 'b'])" answers on both; the first stands for them.
    private static TokenRange First(CodeReading reading, TokenRange range) =>
        reading.Trees.IsOpen(range.First, Brackets.Square) && reading.Trees.Split(reading.Trees.Inside(range.First), ",") is [var first, ..]
            ? first
            : range;

    private static void ReadSetup(CodeReading reading, CodeCall call)
    {
        switch (call.Name)
        {
            case "setGlobalPrefix":
                reading.AddSetting("nest.globalPrefix", call.Positional(0), call.Scope);
                if (
                    call.Positional(1) is { } options
                    && reading.Syntax.Members(options.Value).FirstOrDefault(member => member.Name == "exclude") is { } exclude
                )
                {
                    AddExcluded(reading, exclude.Value);
                }

                break;
            case "setup" when call.Path == "SwaggerModule.setup" && reading.Literal(call.Positional(0), call.Scope) is { } page:
                reading.Routes.AddRange(
                    SwaggerEndings.Select(ending => new Route(
                        null,
                        "GET",
                        new CodeValue.Literal($"/{page.Trim('/')}{ending}", call.Span),
                        "swagger",
                        call.Span
                    ))
                );
                break;
            case "enableVersioning":
                AddVersioning(reading, call);
                break;
            case "create" when call.Path == "NestFactory.create":
                AddApplication(reading, call.Open, call.Span);
                break;
        }
    }

    private static void AddApplication(CodeReading reading, int token, SourceSpan span)
    {
        var name = (reading.AssignedAt(token - 3) ?? reading.AssignedAt(token - 4))?.Name ?? "app";
        reading.Routers.Add(new Router(name, null, true, "nestjs", span));
    }

    private static void AddExcluded(CodeReading reading, TokenRange list)
    {
        if (!reading.Trees.IsOpen(list.First, Brackets.Square))
        {
            return;
        }

        foreach (var part in reading.Trees.Split(reading.Trees.Inside(list.First), ","))
        {
            var path = reading.Syntax.Members(part).FirstOrDefault(member => member.Name == "path")?.Value ?? part;
            reading.Settings.Add(new FrameworkSetting("nest.globalPrefix.exclude", reading.Value(path), reading.Syntax.Span(path)));
        }
    }

    private static void AddVersioning(CodeReading reading, CodeCall call)
    {
        var members = call.Positional(0) is { } options ? reading.Syntax.Members(options.Value) : [];
        foreach (var member in members.Where(member => member.Name is "type" or "defaultVersion" or "prefix"))
        {
            AddEach(reading, "nest.versioning." + member.Name, member.Value);
        }

        if (members.Count == 0)
        {
            reading.Settings.Add(
                new FrameworkSetting("nest.versioning.type", new CodeValue.Reference("VersioningType.URI", call.Span), call.Span)
            );
        }
    }
}
