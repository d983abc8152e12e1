using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Ruby;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class GemfileReaderTests
{
    [Fact]
    public void Gems_know_their_group()
    {
        var gems = Read("ruby '3.2.2'\ngem 'rails', '~> 7.1'\ngroup :development, :test do\n  gem \"rspec\"\nend\ngem 'pg' # database\n");

        Assert.Equal("3.2.2", Assert.Single(gems.Runtimes).Version);
        Assert.Equal(
            [
                ("rails", "~> 7.1", DependencyKind.Runtime),
                ("rspec", null, DependencyKind.Development),
                ("pg", null, DependencyKind.Runtime),
            ],
            gems.Dependencies.Select(gem => (gem.Name, gem.Range, gem.Kind))
        );
    }

    private static Gemfile Read(string text) =>
        Assert.IsType<Gemfile>(new GemfileReader().Read(new FileSyntax(new SourceFile("Gemfile", text))));
}
