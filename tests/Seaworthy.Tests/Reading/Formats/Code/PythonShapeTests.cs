using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Code;

public sealed class PythonShapeTests
{
    [Fact]
    public void Imports_are_optional_where_their_failure_is_caught()
    {
        var syntax = Parsed.From(
            Language.Python,
            """
            import os, sys as s
            from .routes import (auth as a, b,)
            from . import c
            try:
                import redis
            except ImportError:
                redis = None
            if TYPE_CHECKING:
                from x import Y
            """
        );

        Assert.Equal(
            ["os - os", "sys - s", ".routes auth a", ".routes b b", ". c c", "redis - redis optional", "x Y Y optional"],
            syntax.ImportTexts()
        );
    }

    [Fact]
    public void Decorators_belong_to_the_function_below()
    {
        var syntax = Parsed.From(
            Language.Python,
            """
            @app.get("/health", tags=["x"])
            @limiter.limit("5/minute")
            async def health(q: str = Query(None), *args) -> dict:
                return await client.get(f"{BASE}/x")
            """
        );

        var health = Assert.Single(syntax.Functions);
        Assert.Equal(["app.get", "limiter.limit"], health.Decorators.Select(decorator => decorator.Path));
        Assert.Equal("\"/health\"", syntax.Text(health.Decorators[0].Positional(0)!.Value));
        Assert.Equal(["q", "args"], health.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["Query(None)", "client.get(f\"{BASE}/x\")"], syntax.CallTexts());
        Assert.False(CodeSyntax.RunsAtLoad(syntax.Calls[1].Scope));
    }

    [Fact]
    public void Classes_keep_fields_with_and_without_defaults()
    {
        var syntax = Parsed.From(
            Language.Python,
            """
            class Settings(BaseSettings, env_prefix="APP_"):
                db: str
                debug: bool = Field(False, env="DEBUG")

                class Config:
                    env_file = ".env"
            """
        );

        Assert.Equal(["Settings", "Config"], syntax.Classes.Select(found => found.Name));
        Assert.Equal(["BaseSettings"], syntax.Classes[0].Bases);
        Assert.Equal(["db", "debug"], syntax.Classes[0].Fields.Select(field => field.Name));
        Assert.True(syntax.Classes[0].Fields[0].Default.IsEmpty);
        Assert.Same(syntax.Classes[0], syntax.Classes[1].Parent);
    }

    [Fact]
    public void Code_for_the_main_program_is_told()
    {
        var syntax = Parsed.From(Language.Python, "if __name__ == \"__main__\":\n    uvicorn.run(app, port=8000)\nother()\n");

        Assert.True(syntax.IsInMainGuard(syntax.Calls[0].Open));
        Assert.False(syntax.IsInMainGuard(syntax.Calls[1].Open));
        Assert.Equal("uvicorn.run(app | port=8000)", syntax.CallTexts()[0]);
    }

    [Fact]
    public void A_bracket_never_closed_ends_before_the_next_definition()
    {
        var syntax = Parsed.From(Language.Python, "x = foo(1,\ndef f():\n    g()\n");

        Assert.Equal("f", Assert.Single(syntax.Functions).Name);
    }
}
