using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Pipelines;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Pipelines;

public sealed class BakeReaderTests
{
    private static BakeFile Read(string path, string text)
    {
        BakeReader reader = new();
        Assert.True(reader.Accepts(path));
        return Assert.IsType<BakeFile>(reader.Read(new FileSyntax(new SourceFile(path, text))));
    }

    [Theory]
    [InlineData("docker-bake.hcl", true)]
    [InlineData("deploy/docker-bake.override.json", true)]
    [InlineData(".github/bake-base.hcl", true)]
    [InlineData("bakery.json", false)]
    [InlineData("main.hcl", false)]
    public void A_name_tells_a_bake_file(string path, bool expected) => Assert.Equal(expected, new BakeReader().Accepts(path));

    [Fact]
    public void A_target_takes_over_what_it_does_not_say_itself()
    {
        var file = Read(
            "docker-bake.hcl",
            """
            target "base" {
              context = "."
              dockerfile = "base.Dockerfile"
              args = { A = "1", B = "2" }
            }
            target "_more" {
              inherits = ["base"]
              dockerfile = "more.Dockerfile"
            }
            target "app" {
              inherits = ["base", "_more"]
              target = "run"
              args = { A = "3" }
            }
            """
        );

        var app = Assert.Single(file.Builds);

        // The last of those it inherits counts most.
        Assert.Equal(("app", ".", "more.Dockerfile", "run"), (app.Name, app.Context?.Value, app.Dockerfile?.Value, app.Target?.Value));
        Assert.Equal(["A"], app.Arguments.Select(argument => argument.Name));
        Assert.Equal(["B"], app.InheritedArguments.Select(argument => argument.Name));
    }

    [Fact]
    public void A_matrix_makes_a_build_of_each_combination()
    {
        var file = Read(
            "docker-bake.hcl",
            """
            variable "ROOT" { default = "apps" }
            target "app" {
              matrix = {
                item = [{ dir = "api", stage = "run" }, { dir = "web", stage = "serve" }]
                base = ["a", "b"]
              }
              name = "app-${item.dir}-${base}"
              context = "${ROOT}/${item.dir}"
              target = item.stage
              dockerfile = "${base}.Dockerfile"
            }
            """
        );

        Assert.Equal(
            ["apps/api a.Dockerfile run", "apps/api b.Dockerfile run", "apps/web a.Dockerfile serve", "apps/web b.Dockerfile serve"],
            file.Builds.Select(build => $"{build.Context?.Value} {build.Dockerfile?.Value} {build.Target?.Value}")
        );
        Assert.All(file.Builds, build => Assert.Equal((true, false), (build.Context?.IsDefault, build.Dockerfile?.IsDefault)));
    }

    [Fact]
    public void What_is_computed_is_written_but_not_known()
    {
        var app = Assert.Single(
            Read("docker-bake.hcl", "target \"a\" {\n  context = OTHER\n  dockerfile = join(\"\", [\"a\"])\n  target = null\n}\n").Builds
        );

        Assert.NotNull(app.Context);
        Assert.NotNull(app.Dockerfile);
        Assert.Null(app.Context.Value);
        Assert.Null(app.Dockerfile.Value);
        Assert.Null(app.Target);
    }

    [Fact]
    public void Json_says_the_same()
    {
        var app = Assert.Single(
            Read(
                "docker-bake.json",
                """{ "target": { "app": { "context": "app", "dockerfile": "${F}", "args": { "A": "1" }, "contexts": { "base": "target:x" } } } }"""
            ).Builds
        );

        Assert.Equal(("app", "app", null), (app.Name, app.Context?.Value, app.Dockerfile?.Value));
        Assert.Equal(["base"], app.ContextNames);
        Assert.Equal("1", Assert.Single(app.Arguments).Value.Value);
    }

    [Fact]
    public void A_circle_of_targets_ends()
    {
        var file = Read(
            "docker-bake.hcl",
            "target \"a\" {\n  inherits = [\"b\"]\n}\ntarget \"b\" {\n  inherits = [\"a\"]\n}\ntarget \"c\" {\n  inherits = [\"a\"]\n}\n"
        );

        Assert.Equal("c", Assert.Single(file.Builds).Name);
    }
}
