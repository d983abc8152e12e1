using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;
using DockerfileFacts = Seaworthy.Model.Declared.Dockerfiles.Dockerfile;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>Puts the instructions of one Dockerfile into its stages.</summary>
internal sealed class StageAssembly
{
    // One line of five million letters sets half a million variables.
    private const int MostFacts = 20_000;

    private readonly InstructionContext context;
    private readonly List<DockerInstruction> instructions = [];
    private DockerStage? current;
    private int count;

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

        if (count > MostFacts)
        {
            return;
        }

        var facts = InstructionReader.Read(instruction, context);
        count += facts.Count;
        if (count > MostFacts)
        {
            facts = [.. facts.Take(MostFacts - count + facts.Count)];
            context.Report(ProblemKind.Limit, $"read up to {MostFacts} variables, ports and labels", instruction.Keyword.Span);
        }

        if (current is not null)
        {
            instructions.AddRange(facts.Select(WithGlobal));
        }
        else if (instruction.Keyword.Value == "ARG")
        {
            context.Add(facts.OfType<DockerInstruction.Arg>());
        }
        else if (facts.Count > 0)
        {
            context.Report(ProblemKind.Syntax, $"{instruction.Keyword.Value} is before the first FROM", instruction.Keyword.Span);
        }
    }

    private DockerInstruction WithGlobal(DockerInstruction fact) =>
        fact is DockerInstruction.Arg arg ? arg with { Global = context.FindGlobal(arg.Name.Value) } : fact;

    private void CloseStage()
    {
        if (current is not null)
        {
            context.Add(current with { Instructions = [.. instructions] });
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
