using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Workflows;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Workflows;

public sealed class CompositeActionReaderTests
{
    private static CompositeAction? Read(string text) =>
        new CompositeActionReader().Read(new FileSyntax(new SourceFile(".github/actions/setup/action.yml", text))) as CompositeAction;

    [Fact]
    public void Inputs_outputs_and_steps_are_read()
    {
        var action = Read(
            """
            name: Setup
            description: x
            inputs: { version: { required: true, default: '20' } }
            outputs: { path: { value: "${{ steps.p.outputs.path }}" } }
            runs:
              using: composite
              steps:
                - id: p
                  run: npm ci
                  shell: bash
            """
        );

        Assert.Empty(action?.Problems ?? []);
        Assert.Equal(("version", true, "20"), (action?.Inputs[0].Name, action?.Inputs[0].IsRequired, action?.Inputs[0].Default?.Literal));
        Assert.Equal("steps.p.outputs.path", action?.Outputs[0].Value.References[0].ToString());
        Assert.Equal("npm", action?.Steps[0].Run?.Commands[0].Program);
    }

    [Fact]
    public void A_script_without_its_shell_is_refused()
    {
        var problem = Assert.Single(Read("runs:\n  using: composite\n  steps:\n    - run: ls\n")?.Problems ?? []);

        Assert.Contains("'shell' is missing", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_do_not_reach_an_action()
    {
        var problem = Assert.Single(
            Read("runs:\n  using: composite\n  steps:\n    - { run: 'echo ${{ secrets.A }}', shell: bash }\n")?.Problems ?? []
        );

        Assert.Equal("secrets.A", problem.Span.Text);
    }

    [Fact]
    public void A_program_names_its_entry()
    {
        var action = Read("runs: { using: node20, main: dist/index.js, post: dist/post.js }\n");

        Assert.Equal(["dist/index.js", "dist/post.js"], action?.EntryFiles.Select(file => file.Value));
    }

    [Fact]
    public void Another_file_of_that_name_is_left_alone()
    {
        Assert.Null(Read("actions: [a]\n"));
    }
}
