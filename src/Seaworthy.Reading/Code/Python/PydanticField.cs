using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>A field of a settings class: other names it goes by, its default, whether it must be given.</summary>
internal sealed record PydanticField(IReadOnlyList<string> Names, CodeValue? Default, bool IsRequired)
{
    public static PydanticField Of(CodeReading reading, CodeField field, bool isSecondVersion)
    {
        // Version 1 uses None for a field that may be None; version 2 still requires a value.
        var mayBeNone =
            reading.Trees.Is(field.Type.First, "Optional") || (!field.Type.IsEmpty && reading.Trees.Is(field.Type.End - 1, "None"));
        if (field.Default.IsEmpty)
        {
            return new PydanticField([], null, isSecondVersion || !mayBeNone);
        }

        return FieldCall(reading, field.Default) is { } call
            ? OfCall(reading, call, isSecondVersion, mayBeNone)
            : new PydanticField([], Value(reading, field.Default), IsEllipsis(reading, field.Default));
    }

    private static CodeCall? FieldCall(CodeReading reading, TokenRange value)
    {
        var close = value.End - 1;
        return
            reading.Trees.IsKind(close, TokenKind.Close)
            && reading.Syntax.CallAt(reading.Trees.Partner(close)) is { Name: "Field" } call
            && call.First == value.First
            ? call
            : null;
    }

    private static PydanticField OfCall(CodeReading reading, CodeCall call, bool isSecondVersion, bool mayBeNone)
    {
        // The second version takes no notice of "env=".
        List<string> names = [];
        foreach (
            var argument in call.Arguments.Where(argument =>
                argument.Name is "alias" or "validation_alias" || (argument.Name == "env" && !isSecondVersion)
            )
        )
        {
            AddNames(reading, argument.Value, names);
        }

        var given = call.Positional(0) ?? call.Named("default");
        var isRequired = given is null
            ? call.Named("default_factory") is null && (isSecondVersion || !mayBeNone)
            : IsEllipsis(reading, given.Value);
        return new PydanticField(
            [.. names.Distinct()],
            given is null || isRequired ? Made(reading, call) : Value(reading, given.Value),
            isRequired
        );
    }

    // "default_factory=lambda: os.getenv(…)"
    private static CodeValue? Made(CodeReading reading, CodeCall call) =>
        call.Named("default_factory") is { } factory && reading.Trees.Find(factory.Value, ":") is var colon and > 0
            ? Value(reading, factory.Value with { First = colon + 1 })
            : null;

    private static CodeValue? Value(CodeReading reading, TokenRange range) =>
        reading.Value(range) is var value and not CodeValue.Unknown { Why: "null" } ? value : null;

    private static bool IsEllipsis(CodeReading reading, TokenRange value) => value.Count == 1 && reading.Trees.Is(value.First, "...");

    // "X", ["X", "Y"], AliasChoices("X", "Y")
    private static void AddNames(CodeReading reading, TokenRange value, List<string> names)
    {
        for (var at = value.First; at < value.End; at++)
        {
            if (reading.Trees.IsKind(at, TokenKind.String) && Literals.Value(reading.Trees, at) is { Length: > 0 } name)
            {
                names.Add(name);
            }
        }
    }
}
