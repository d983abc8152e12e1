using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Linking.Migrations;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.Npm;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Migrations;

public sealed class CalledScriptsTests
{
    private const string Scripts = """
        { "scripts": { "start": "npm run db:deploy && node x.js", "db:deploy": "prisma migrate deploy", "db:reset": "prisma migrate reset", "prerelease": "run-s db:seed", "db:seed": "node s.js" } }
        """;

    [Theory]
    [InlineData("node x.js", "start db:deploy")]
    [InlineData("npm run db:reset", "start db:deploy db:reset")]
    [InlineData("concurrently 'npm:db:reset' 'npm:start'", "start db:deploy db:reset")]
    [InlineData("sh -c 'pnpm db:reset && node x.js'", "start db:deploy db:reset")]
    public void A_script_runs_where_something_calls_it(string command, string called)
    {
        var package = Assert.IsType<PackageJson>(new PackageJsonReader().Read(new FileSyntax(new SourceFile("package.json", Scripts))));
        CalledScripts scripts = new(ShellParser.Parse(MappedText.Of(new SourceFile("x.sh", command))), package.Scripts);

        Assert.Equal(called, string.Join(' ', package.Scripts.Where(scripts.Hold).Select(script => script.Name)));
    }
}
