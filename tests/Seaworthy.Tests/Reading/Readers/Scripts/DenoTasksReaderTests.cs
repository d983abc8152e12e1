using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Scripts;
using Seaworthy.Tests.Reading.Formats.Shell;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Scripts;

public sealed class DenoTasksReaderTests
{
    [Theory]
    [InlineData("deno.json", true)]
    [InlineData("apps/api/deno.jsonc", true)]
    [InlineData("deno.lock", false)]
    public void Both_endings_are_accepted(string path, bool isAccepted) => Assert.Equal(isAccepted, new DenoTasksReader().Accepts(path));

    [Fact]
    public void Tasks_are_texts_or_mappings()
    {
        var file = Assert.IsType<TaskFile>(
            new DenoTasksReader().Read(
                new FileSyntax(
                    new SourceFile(
                        "deno.jsonc",
                        """
                        {
                          // The order does not matter.
                          "tasks": {
                            "start": "deno run -A main.ts && echo done",
                            "build": { "description": "all of it", "command": "deno bundle main.ts out.js", "dependencies": ["lint"] },
                            "all": { "dependencies": ["build", "lint"] },
                            "lint": "deno lint",
                          },
                        }
                        """
                    )
                )
            )
        );
        Assert.Equal(["start", "build", "all", "lint"], file.Tasks.Select(task => task.Name.Value));
        Assert.Equal(["deno|run|-A|main.ts", "echo|done"], file.Find("start")?.Commands.Select(ShellText.Show));
        Assert.Equal(["deno|bundle|main.ts|out.js"], file.Find("build")?.Commands.Select(ShellText.Show));
        Assert.Equal(["lint"], file.Find("build")?.Prerequisites.Select(name => name.Value));
        Assert.Empty(file.Find("all")?.Commands ?? []);
        Assert.Equal("deno task build", file.Call(file.Tasks[1]));
    }

    [Fact]
    public void A_file_that_is_no_mapping_is_none() =>
        Assert.Null(new DenoTasksReader().Read(new FileSyntax(new SourceFile("deno.json", "[]"))));
}
