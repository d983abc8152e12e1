using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;
using DockerfileFacts = Seaworthy.Model.Declared.Dockerfiles.Dockerfile;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>Puts the instructions of one Dockerfile into its stages.</summary>
internal sealed class StageAssembly
{
    private readonly InstructionContext context;
    private readonly List<DockerInstruction> instructions = [];
    private DockerStage? current;

    private StageAssembly(DockerfileSyntax syntax) => context = new InstructionContext(syntax.Escape);

    public static DockerfileFacts Assemble(SourceFile file, DockerfileSyntax syntax)
    {
        StageAssembly assembly = new(syntax);
        foreach (var instruction in syntax.Instructions)
        {
            assembly.Take(instruction);
        }

        assembly.CloseStage();
        assembly.MissFrom(syntax);
        return new DockerfileFacts(file)
        {
            GlobalArgs = assembly.context.GlobalArgs,
            Stages = assembly.context.Stages,
            Syntax = syntax.SyntaxDirective,
            Escape = syntax.Escape,
            Comments = syntax.Comments,
            Problems = [.. syntax.Problems, .. assembly.context.Problems],
        };
    }

    private void Take(InstructionSyntax instruction)
    {
        if (instruction.Keyword.Value == "FROM")
        {
            CloseStage();
            current = StageReader.Read(instruction, context);
            return;
        }

        var facts = InstructionReader.Read(instruction, context);
        if (current is not null)
        {
            instructions.AddRange(facts.Select(WithGlobal));
        }
        else if (instruction.Keyword.Value == "ARG")
        {
            context.GlobalArgs.AddRange(facts.OfType<DockerInstruction.Arg>());
        }
        else if (facts.Count > 0)
        {
            context.Report(ProblemKind.Syntax, $"{instruction.Keyword.Value} stands before the first FROM", instruction.Keyword.Span);
        }
    }

    private DockerInstruction WithGlobal(DockerInstruction fact) =>
        fact is DockerInstruction.Arg arg
            ? arg with
            {
                Global = context.GlobalArgs.LastOrDefault(found => found.Name.Value == arg.Name.Value),
            }
            : fact;

    private void CloseStage()
    {
        if (current is not null)
        {
            context.Stages.Add(current with { Instructions = [.. instructions] });
            instructions.Clear();
            current = null;
        }
    }

    private void MissFrom(DockerfileSyntax syntax)
    {
        if (context.Stages.Count == 0 && syntax.Instructions is [var first, ..])
        {
            context.Report(ProblemKind.Syntax, "no FROM: there is no build stage", first.Keyword.Span);
        }
    }
}
