using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Xunit;

namespace Seaworthy.Tests.Tidy;

/// <summary>Text belongs to readers: whoever judges or joins asks for facts.</summary>
public sealed partial class TextTests
{
    // May be lowered to what is true, never raised.
    private const int MostReadByLinkers = 429;

    private static readonly HashSet<(string Type, string Member)> Text =
    [
        (nameof(SourceFile), "get_Text"),
        (nameof(SourceSpan), "get_Text"),
        (nameof(SourceSpan), "get_Line"),
        (nameof(LineMap), nameof(LineMap.TextOf)),
    ];

    [Fact]
    public void Rules_see_no_text()
    {
        var friends = typeof(SourceFile).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName);

        Assert.DoesNotContain("Seaworthy.Rules", friends);
        Assert.DoesNotContain(
            typeof(SourceFile).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(SourceFile).Namespace),
            type =>
                Text.Any(member =>
                    member.Type == type.Name && type.GetMember(member.Member, BindingFlags.Public | BindingFlags.Instance).Length > 0
                )
        );
    }

    [Fact]
    public void Rules_ask_a_file_for_names_that_come_from_elsewhere_and_not_for_words_of_their_own()
    {
        var wrong = SourceText
            .Product.Where(file => file.Path.StartsWith("src/Seaworthy.Rules/", StringComparison.Ordinal))
            .SelectMany(file =>
                file.Lines.Select((line, index) => new { Line = line, Place = $"{file.Path}:{index + 1}" })
                    .Where(line => OwnWord().IsMatch(line.Line))
                    .Select(line =>
                        $"{line.Place} decides by a word of a text: make it a property of the artifact in Model/Declared, which says what the word means"
                    )
            );

        Assert.Empty(wrong);
    }

    [Fact]
    public void Rules_quote_in_sentences_and_decide_nothing_by_it()
    {
        var wrong = SourceText
            .Product.Where(file => file.Path.StartsWith("src/Seaworthy.Rules/", StringComparison.Ordinal))
            .SelectMany(file =>
                file.Lines.Select((line, index) => new { Line = InSentence().Replace(line, ""), Place = $"{file.Path}:{index + 1}" })
                    .Where(line => Quoting().IsMatch(line.Line))
                    .Select(line => $"{line.Place} takes a quotation out of its sentence: it is there for people, `{{span.Quote}}`")
            );

        Assert.Empty(wrong);
    }

    [Fact]
    public void Linkers_read_less_text_than_they_did()
    {
        var places = Readings().Where(place => place.StartsWith("Seaworthy.Reading.Linking", StringComparison.Ordinal)).ToList();

        Assert.True(places.Count > 50, "the scan found hardly any place: are the members of another name?");
        Assert.True(
            places.Count <= MostReadByLinkers,
            $"linkers read the text of files in {places.Count} places, and may in {MostReadByLinkers}: a new linker reads facts, which readers give; whoever removes a place lowers the number. By type: {string.Join(", ", places.CountBy(place => place).Select(pair => $"{pair.Key} {pair.Value}"))}"
        );
    }

    /// <summary>The type of each place in Reading that takes a text, as compiled: a variable of whatever name may hold the file.</summary>
    private static IEnumerable<string> Readings()
    {
        using var stream = File.OpenRead(typeof(DeploymentReader).Assembly.Location);
        using PEReader program = new(stream);
        var metadata = program.GetMetadataReader();
        var sought = metadata
            .MemberReferences.Where(member => IsText(metadata, member))
            .Select(member => MetadataTokens.GetToken(member))
            .ToHashSet();
        List<string> found = [];
        foreach (
            var method in metadata
                .MethodDefinitions.Select(metadata.GetMethodDefinition)
                .Where(method => method.RelativeVirtualAddress != 0)
        )
        {
            var code = program.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
            for (var at = 0; at + sizeof(int) < code.Length; at++)
            {
                // call, callvirt, and the second half of ldftn, which makes a delegate.
                if (code[at] is 0x28 or 0x6F or 0x06 && sought.Contains(BitConverter.ToInt32(code, at + 1)))
                {
                    found.Add(NameOf(metadata, method.GetDeclaringType()));
                }
            }
        }

        return found;
    }

    private static bool IsText(MetadataReader metadata, MemberReferenceHandle handle)
    {
        var member = metadata.GetMemberReference(handle);
        return member.Parent.Kind == HandleKind.TypeReference
            && Text.Contains(
                (metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name), metadata.GetString(member.Name))
            );
    }

    // What the compiler makes of lambdas and iterators is nested in the type that a person wrote.
    private static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? NameOf(metadata, outer)
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    [GeneratedRegex(@"\{[^{}]*\.(Quote|Written)\}", RegexOptions.NonBacktracking)]
    private static partial Regex InSentence();

    [GeneratedRegex(@"\.(Quote|Written)\b(?!\()")]
    private static partial Regex Quoting();

    [GeneratedRegex(@"\b(Mentions|PlaceOf)\(""", RegexOptions.NonBacktracking)]
    private static partial Regex OwnWord();
}
