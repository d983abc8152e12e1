using Seaworthy.Model.Declared.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Code;

public sealed class JavaScriptShapeTests
{
    [Fact]
    public void Method_chains_are_calls_on_calls()
    {
        var syntax = Parsed.From(Language.TypeScript, "router.route('/x').get(list)\n  .post<Item>(create);\nexpress()?.use!(a.b?.c(1))");

        Assert.Equal(
            [
                "router.route('/x')",
                "router.route…get(list)",
                "router.route…get…post(create)",
                "express()",
                "express…use(a.b?.c(1))",
                "a.b.c(1)",
            ],
            syntax.CallTexts()
        );
        Assert.Equal("Item", syntax.Text(syntax.Calls[2].TypeArguments));
    }

    [Fact]
    public void Declarations_destructuring_and_object_members_are_assignments()
    {
        var syntax = Parsed.From(
            Language.JavaScript,
            """
            const { PORT = 3000, HOST: host } = process.env
            export const config = { server: { port: Number(PORT), 'base-url': "x" } }, second = 2
            app.locals.title = 'x';
            """
        );

        Assert.Equal(
            [
                "PORT = process.env",
                "host = process.env",
                "config = { server: { port: Number(PORT), 'base-url': \"x\" } }",
                "config.server = { port: Number(PORT), 'base-url': \"x\" }",
                "config.server.port = Number(PORT)",
                "config.server.base-url = \"x\"",
                "second = 2",
                "app.locals.title = 'x'",
            ],
            syntax.AssignmentTexts()
        );
        Assert.Equal("HOST", syntax.Assignments[1].Member);
        Assert.Equal("3000", syntax.Text(syntax.Assignments[0].Default));
        Assert.Equal(2, syntax.Assignments[2].Span.StartLine);
        Assert.True(syntax.Assignments[2].IsExported);
    }

    [Fact]
    public void Statements_without_semicolons_end_at_their_line()
    {
        var syntax = Parsed.From(Language.JavaScript, "const a = b\nconst c = d ||\n  e\nconst f = g\n  .h()\ni()");

        Assert.Equal(["a = b", "c = d ||\n  e", "f = g\n  .h()"], syntax.AssignmentTexts());
    }

    [Fact]
    public void Regular_expressions_are_not_divisions_and_hide_quotes()
    {
        var syntax = Parsed.From(Language.JavaScript, "const a = /['\"/]/g.test(x) ? b / c / d : (e) / f('/')\nlisten(1)");

        Assert.Equal(["f('/')", "listen(1)"], syntax.CallTexts().Where(call => !call.Contains("test", StringComparison.Ordinal)));
    }

    [Fact]
    public void Text_between_tags_is_no_code()
    {
        var syntax = Parsed.From(
            Language.JavaScript,
            """
            const A = () => <p title="it's" onClick={() => go('/a')}>Don't {user && <b>it's</b>} // https://x <Inner a={1} /></p>
            fetch(`${API}/users`)
            """
        );

        Assert.Equal(["go('/a')", "fetch(`${API}/users`)"], syntax.CallTexts());
        Assert.Equal(["A"], syntax.Assignments.Select(assignment => assignment.Name));
    }

    [Fact]
    public void Imports_tell_module_name_and_local()
    {
        var syntax = Parsed.From(
            Language.TypeScript,
            """
            import express, { Router as R, type Request } from 'express';
            import * as path from "path";
            import './setup';
            const { a, b: c } = require('./lib');
            const d = require('./d').inner;
            app.use(require('./routes/x'));
            try { e = require('maybe') } catch {}
            try { f = require('sure') } catch (error) { log(() => { throw error }); process.exit(1) }
            try { g = require('perhaps') } catch (error) { if (error.code !== 'MODULE_NOT_FOUND') { throw error } }
            const lazy = await import('./lazy');
            export { f as g } from './f';
            """
        );

        Assert.Equal(
            [
                "express default express",
                "express Router R",
                "express Request Request optional",
                "path - path",
                "./setup - ",
                "./lib a a",
                "./lib b c",
                "./d inner d",
                "./routes/x - ",
                "maybe - e optional",
                "sure - f",
                "perhaps - g optional",
                "./lazy -  optional",
                "./f f g",
            ],
            syntax.ImportTexts()
        );
    }

    [Fact]
    public void Classes_have_bases_decorators_fields_and_methods()
    {
        var syntax = Parsed.From(
            Language.TypeScript,
            """
            @Controller('users')
            export class Users extends Base<Foo> implements Other {
              private readonly port: number = 3000;
              @IsString() name!: string
              constructor(private readonly service: Service) { super(service) }
              @Get(':id')
              async one(@Param('id') id: string): Promise<{ a: string }> { return this.service.find(id) }
            }
            """
        );

        var users = Assert.Single(syntax.Classes);
        Assert.Equal(["Base", "Other"], users.Bases);
        Assert.Equal("Controller", Assert.Single(users.Decorators).Path);
        Assert.True(users.IsExported);
        Assert.Equal(["port", "name"], users.Fields.Select(field => field.Name));
        Assert.Equal("IsString", Assert.Single(users.Fields[1].Decorators).Name);
        Assert.Equal(["constructor", "one"], syntax.Functions.Select(function => function.Name));
        Assert.Equal("':id'", syntax.Text(syntax.Functions[1].Decorators[0].Arguments[0].Value));
        Assert.Equal("id", syntax.Functions[1].Parameters[0].Name);
        Assert.Same(syntax.Functions[1], syntax.Calls.Single(call => call.Path == "this.service.find").Scope);
    }

    [Fact]
    public void Exports_of_both_module_systems_are_kept()
    {
        var syntax = Parsed.From(
            Language.JavaScript,
            "module.exports = { a, b: 5 };\nexport { c as d };\nexport default app;\nexports.e = f"
        );

        Assert.Equal(
            ["default={ a, b: 5 }", "a=a", "b=5", "d=c", "default=app", "e=f"],
            syntax.Exports.Select(export => $"{export.Name}={syntax.Text(export.Value)}")
        );
    }

    [Theory]
    [InlineData("Record<string, unknown>")]
    [InlineData("Promise<Record<string, unknown>>")]
    [InlineData("Promise<Map<string, Array<number>>>")]
    [InlineData("Map<string, string> | undefined")]
    [InlineData("[string, number]")]
    [InlineData("{ ok: boolean, at: string }")]
    public void A_method_may_return_any_type(string type)
    {
        var syntax = Parsed.From(Language.TypeScript, $"class A {{\n  first(): {type} {{\n    return x;\n  }}\n  second() {{}}\n}}\n");

        Assert.Equal(["first", "second"], syntax.Functions.Select(function => function.Name));
    }
}
