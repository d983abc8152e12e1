using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Dart;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class PubspecReaderTests
{
    [Fact]
    public void An_application_of_Flutter_is_read()
    {
        var pubspec = Read(
            """
            name: shop
            version: 1.0.0+1
            dependencies:
              flutter:
                sdk: flutter
              dio: ^5.0.0
              core:
                path: ../core
              fork:
                git:
                  url: https://example.com/fork.git
            dev_dependencies:
              lints: any
            flutter:
              assets:
                - .env
                - path: assets/paid/
                  flavors: [paid]
              fonts:
                - family: Inter
                  fonts:
                    - asset: fonts/Inter.ttf
                      weight: 700
            """
        );

        Assert.Equal("shop", pubspec.Name?.Value);
        Assert.True(pubspec.IsFlutter);
        Assert.Equal([".env", "assets/paid/", "fonts/Inter.ttf"], pubspec.Assets.Select(asset => asset.Value));
        Assert.Equal("../core", pubspec.FindDependency("core")?.Location);
        Assert.Equal(DependencySource.Git, pubspec.FindDependency("fork")?.Source);
        Assert.Equal(DependencyKind.Development, pubspec.FindDependency("lints")?.Kind);
    }

    [Fact]
    public void A_server_in_Dart_is_none() => Assert.False(Read("name: api\ndependencies:\n  shelf: ^1.4.0\n").IsFlutter);

    private static Pubspec Read(string text) =>
        Assert.IsType<Pubspec>(new PubspecReader().Read(new FileSyntax(new SourceFile("pubspec.yaml", text))));
}
