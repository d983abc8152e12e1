using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>The routers of one file of an express, koa, fastify or hono server, and how the file calls them.</summary>
internal sealed class ServerRouters
{
    private static readonly Dictionary<string, string> Applications = new Dictionary<string, string>
    {
        ["express"] = "express",
        ["fastify"] = "fastify",
        ["Fastify"] = "fastify",
        ["Koa"] = "koa",
        ["Hono"] = "hono",
        ["OpenAPIHono"] = "hono",
        ["polka"] = "polka",
        ["Elysia"] = "elysia",
        ["restify.createServer"] = "restify",
        ["jsonServer.create"] = "json-server",
    };

    private static readonly FrozenSet<string> ParameterNames = new[]
    {
        "app",
        "router",
        "fastify",
        "server",
        "instance",
        "expressApp",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Modules = new[]
    {
        "express",
        "koa",
        "koa-router",
        "@koa/router",
        "fastify",
        "hono",
        "polka",
        "restify",
        "express-promise-router",
        "elysia",
        "find-my-way",
        "@hono/zod-openapi",
        "express-async-router",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly CodeReading reading;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<CodeScope, string> plugins = [];

    public ServerRouters(CodeReading reading)
    {
        this.reading = reading;
        IsServer = reading.Imports.Exists(import => Modules.Contains(import.Module));
        Framework = FrameworkOf(reading);
        foreach (var assignment in reading.Syntax.Assignments)
        {
            Declare(assignment);
        }
    }

    /// <summary>Whether the file imports a server framework.</summary>
    public bool IsServer { get; }

    public string Framework { get; }

    /// <summary>The router that a call is made on; null when it is made on something else.</summary>
    public string? Of(CodeCall call)
    {
        var first = call.Receiver is null ? call : call.Root;
        if (first.Kind == CallKind.New || Applications.ContainsKey(first.Path) || IsRouterMaker(first.Path))
        {
            return OfChain(first);
        }

        return first.Owner.Length == 0 ? null : Named(first.Owner, call.Scope);
    }

    /// <summary>The router a name means at a place; null when it is none.</summary>
    public string? Named(string owner, CodeScope? scope)
    {
        if (owner.StartsWith("this.", StringComparison.Ordinal) && ClassOf(scope) is { } @class)
        {
            var member = @class.Name + owner[4..];
            return names.Contains(member) || (IsServer && owner is "this.router" or "this.app" or "this.express") ? member : null;
        }

        if (names.Contains(owner))
        {
            return owner;
        }

        if (!ParameterNames.Contains(owner) && !owner.EndsWith("Router", StringComparison.Ordinal))
        {
            return null;
        }

        // "import app from './app'": the other file's router, under the name that this file gives it.
        return OfParameter(owner, scope)
            ?? (reading.ImportOf(owner) is { IsOptional: false, Module: ['.' or '@' or '~', ..] } ? owner : null);
    }

    private void Declare(CodeAssignment assignment)
    {
        var trees = reading.Trees;
        if (assignment.Member is not null || assignment.Value.Count is 0 or > 6000 || RootCall(assignment.Value) is not { } call)
        {
            return;
        }

        var name = NameOf(assignment);
        if (Applications.TryGetValue(call.Path, out var framework))
        {
            Add(
                name,
                BasePath(assignment.Value, null),
                framework is not ("hono" or "elysia") || reading.IsExported("default") || !assignment.IsExported,
                framework,
                assignment
            );
        }
        else if (IsRequiredRouter(assignment))
        {
            Add(name, null, false, "express", assignment);
        }
        else if (IsRouterMaker(call.Path))
        {
            var prefix = call.Positional(0) is { } options
                ? reading.Syntax.Members(options.Value).FirstOrDefault(member => member.Name == "prefix")
                : null;
            Add(
                name,
                BasePath(assignment.Value, prefix is null ? null : reading.Value(prefix.Value, assignment.Scope)),
                false,
                Framework,
                assignment
            );
        }
        else if (
            (trees.IsClose(assignment.Value.End - 1, Brackets.Paren) && call.Path == "NestFactory.create")
            // "const app = createApp()" of another file: its own routes are found there, and routes added here are not followed.
            || (ParameterNames.Contains(name) && reading.ImportOf(call.Path) is { IsOptional: false, Module: ['.' or '@' or '~', ..] })
        )
        {
            names.Add(name);
        }
    }

    private void Add(string name, CodeValue? prefix, bool isApplication, string framework, CodeAssignment assignment)
    {
        if (names.Add(name))
        {
            reading.Routers.Add(
                new Router(name, prefix, isApplication, framework, assignment.Span)
                {
                    IsExported = assignment.IsExported || reading.IsExported(name),
                }
            );
        }
    }

    private bool IsRouterMaker(string path) =>
        path is "express.Router"
        || (path is "Router" or "KoaRouter" or "PromiseRouter" && reading.ImportOf(path) is { } import && Modules.Contains(import.Module));

    /// <summary><c>require('express').Router()</c>.</summary>
    private bool IsRequiredRouter(CodeAssignment assignment) =>
        reading.Trees.IsClose(assignment.Value.End - 1, Brackets.Paren)
        && reading.Syntax.CallAt(reading.Trees.Partner(assignment.Value.End - 1))
            is { Name: "Router", Receiver: { Path: "require" } required }
        && reading.Evaluator.Literal(required.Positional(0)) is "express";

    private string NameOf(CodeAssignment assignment) =>
        assignment.Name.StartsWith("this.", StringComparison.Ordinal) && ClassOf(assignment.Scope) is { } @class
            ? @class.Name + assignment.Name[4..]
        : assignment.Scope is CodeClass owner ? owner.Name + "." + assignment.Name
        : assignment.Name;

    // The first call in "new Hono().get(…).post(…)".
    private CodeCall? RootCall(TokenRange value)
    {
        for (var at = value.First; at < Math.Min(value.End, value.First + 8); at++)
        {
            if (reading.Trees.IsOpen(at, Brackets.Paren))
            {
                return reading.Syntax.CallAt(at);
            }
        }

        return null;
    }

    private string? OfChain(CodeCall first)
    {
        foreach (var router in reading.Routers)
        {
            if (reading.AssignmentOf(router.Name, first.Scope) is { } assignment && assignment.Value.Contains(first.Open))
            {
                return router.Name;
            }
        }

        return null;
    }

    private CodeValue? BasePath(TokenRange value, CodeValue? prefix)
    {
        for (var at = value.First; at < value.End; at = reading.Trees.After(at))
        {
            if (reading.Trees.Is(at, "basePath") && reading.Syntax.CallAt(at + 1)?.Positional(0) is { } path)
            {
                return reading.Value(path.Value);
            }
        }

        return prefix;
    }

    // "module.exports = (app) => { app.get(…) }", "async function routes(fastify) {…}": the function is the router.
    private string? OfParameter(string owner, CodeScope? scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at is not CodeFunction function || function.Parameters.All(parameter => parameter.Name != owner))
            {
                continue;
            }

            if (plugins.TryGetValue(function, out var known))
            {
                return known;
            }

            var name = function.Name is "" or "exports" ? "default" : function.Name;
            plugins[function] = name;
            if (names.Add(name))
            {
                reading.Routers.Add(
                    new Router(name, null, false, Framework, function.Span)
                    {
                        IsExported = name == "default" || function.IsExported || reading.IsExported(name),
                    }
                );
            }

            return name;
        }

        return null;
    }

    private static CodeClass? ClassOf(CodeScope? scope)
    {
        while (scope is not null and not CodeClass)
        {
            scope = scope.Parent;
        }

        return scope as CodeClass;
    }

    private static string FrameworkOf(CodeReading reading) =>
        reading.Imported("fastify", "@fastify/cors") ? "fastify"
        : reading.Imported("koa", "koa-router", "@koa/router") ? "koa"
        : reading.Imported("hono") ? "hono"
        : "express";
}
