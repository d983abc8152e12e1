using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.LockFiles;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class LockFileReaderTests
{
    private const string Npm = """
        {
          "name": "web",
          "lockfileVersion": 3,
          "requires": true,
          "packages": {
            "": {
              "name": "web",
              "license": { "type": "MIT" },
              "dependencies": { "next": "^14.0.0", "pg": "8.11.0" },
              "devDependencies": { "vite": "^5.0.0" },
              "engines": { "node": ">=18" }
            },
            "node_modules/next": { "version": "14.0.1", "dependencies": { "react": "18" } }
          }
        }
        """;

    [Fact]
    public void The_root_of_a_npm_lock_lists_what_it_was_made_for()
    {
        var read = Read("package-lock.json", Npm);

        Assert.Equal("npm", read.Tool);
        Assert.Equal(
            [
                ("next", "^14.0.0", DependencyKind.Runtime),
                ("pg", "8.11.0", DependencyKind.Runtime),
                ("vite", "^5.0.0", DependencyKind.Development),
            ],
            read.RootDependencies?.Select(d => (d.Name, d.Range, d.Kind))
        );
        Assert.Equal(("\"pg\"", 9), (read.RootDependencies?[1].Span.Text, read.RootDependencies?[1].Span.StartLine));
    }

    [Fact]
    public void A_lock_file_cut_off_anywhere_is_read_without_fail_and_without_half_a_list()
    {
        for (var length = 0; length < Npm.Length; length++)
        {
            Assert.True(Read("package-lock.json", Npm[..length]).RootDependencies is null or { Count: 3 });
        }
    }

    [Fact]
    public void The_root_importer_of_a_pnpm_lock_lists_specifiers()
    {
        var read = Read(
            "pnpm-lock.yaml",
            """
            lockfileVersion: '9.0'

            importers:

              .:
                dependencies:
                  '@nestjs/core':
                    specifier: ^10.0.0
                    version: 10.3.0
                devDependencies:
                  vite:
                    specifier: ^5.0.0
                    version: 5.1.0(@types/node@20)

              apps/web:
                dependencies:
                  next:
                    specifier: 14.0.0
                    version: 14.0.0
            """
        );

        Assert.Equal("pnpm", read.Tool);
        Assert.Equal([("@nestjs/core", "^10.0.0"), ("vite", "^5.0.0")], read.RootDependencies?.Select(d => (d.Name, d.Range)));
    }

    [Theory]
    [InlineData("yarn.lock", "yarn")]
    [InlineData("api/Cargo.lock", "cargo")]
    [InlineData("poetry.lock", "poetry")]
    public void Other_lock_files_exist(string path, string tool)
    {
        var read = Read(path, "# anything");

        Assert.Equal(tool, read.Tool);
        Assert.Null(read.RootDependencies);
    }

    private static LockFile Read(string path, string text) =>
        Assert.IsType<LockFile>(new LockFileReader().Read(new FileSyntax(new SourceFile(path, text))));
}
