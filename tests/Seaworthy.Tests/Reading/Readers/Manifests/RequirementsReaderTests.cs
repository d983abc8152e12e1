using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Python;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class RequirementsReaderTests
{
    [Fact]
    public void A_requirement_has_name_extras_range_marker_and_place()
    {
        var read = Read("# web\nuvicorn[standard]>=0.20,<1 ; python_version >= '3.9'  # server\n");

        var dependency = Assert.Single(read.Dependencies);
        Assert.Equal(("uvicorn", ">=0.20,<1", "python_version >= '3.9'"), (dependency.Name, dependency.Range, dependency.Condition));
        Assert.Equal(["standard"], dependency.Features);
        Assert.Equal(
            (2, 1, "uvicorn[standard]>=0.20,<1 ; python_version >= '3.9'"),
            (dependency.Span.StartLine, dependency.Span.StartColumn, dependency.Span.Text)
        );
    }

    [Theory]
    [InlineData("-r base.txt", "base.txt", false)]
    [InlineData("--requirement=../base.txt", "../base.txt", false)]
    [InlineData("-c constraints.txt", "constraints.txt", true)]
    public void Other_files_are_included_or_constrain(string line, string path, bool isConstraint)
    {
        var include = Assert.Single(Read(line).Includes);

        Assert.Equal((path, isConstraint), (include.Path, include.IsConstraint));
    }

    [Theory]
    [InlineData("-e ./libs/shared", "shared", DependencySource.Path)]
    [InlineData("git+https://example.org/a/b.git@main#egg=thing", "thing", DependencySource.Git)]
    [InlineData("https://example.org/w/torch-2.1-cp311.whl", "torch-2.1-cp311.whl", DependencySource.Url)]
    [InlineData("pip @ https://example.org/pip.zip#sha1=da9", "pip", DependencySource.Url)]
    [InlineData("shared @ file:///srv/shared", "shared", DependencySource.Path)]
    [InlineData("./vendor/x", "x", DependencySource.Path)]
    public void Addresses_and_paths_are_no_registry_packages(string line, string name, DependencySource source)
    {
        var dependency = Assert.Single(Read(line).Dependencies);

        Assert.Equal((name, source), (dependency.Name, dependency.Source));
    }

    [Fact]
    public void Hashes_on_following_lines_belong_to_the_requirement()
    {
        var read = Read("flask==3.0.0 \\\n    --hash=sha256:aaa \\\n    --hash=sha256:bbb\nclick==8.1\n");

        Assert.True(read.RequiresHashes);
        Assert.Equal([("flask", "==3.0.0"), ("click", "==8.1")], read.Dependencies.Select(d => (d.Name, d.Range)));
    }

    [Fact]
    public void Names_are_found_in_every_spelling()
    {
        Assert.NotNull(Read("Flask_SQLAlchemy==3.1").FindDependency("flask-sqlalchemy"));
    }

    [Fact]
    public void A_line_that_is_no_requirement_is_a_problem_and_the_rest_is_read()
    {
        var read = Read("???\nfastapi\n");

        Assert.Equal("???", Assert.Single(read.Problems).Span.Text);
        Assert.Equal("fastapi", Assert.Single(read.Dependencies).Name);
    }

    [Theory]
    [InlineData("requirements.txt", true)]
    [InlineData("api/requirements-dev.txt", true)]
    [InlineData("requirements/prod.txt", true)]
    [InlineData("docs/notes.txt", false)]
    public void Requirements_are_known_by_their_name(string path, bool accepted)
    {
        Assert.Equal(accepted, new RequirementsReader().Accepts(path));
    }

    private static Requirements Read(string text) =>
        Assert.IsType<Requirements>(new RequirementsReader().Read(new FileSyntax(new SourceFile("requirements.txt", text))));
}
