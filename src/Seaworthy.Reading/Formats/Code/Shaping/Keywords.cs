using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>The words of each language that may stand before a bracket without being called.</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> JavaScript = Set(
        "if for while switch catch return function yield await typeof case of in else do void delete throw class let const var new from instanceof async extends with default"
    );

    private static readonly FrozenSet<string> Python = Set(
        "if for while return elif in not and or is lambda yield await else def class assert del except with raise import from case global nonlocal as"
    );

    private static readonly FrozenSet<string> Rust = Set(
        "if for while return match in else fn let const mut loop move ref where async await as use pub impl dyn unsafe break static crate"
    );

    private static readonly FrozenSet<string> CSharp = Set(
        "if for while switch catch return foreach using lock fixed throw in is and or not else do new await yield case var when where async out ref checked default"
    );

    private static readonly FrozenSet<string> Go = Set(
        "if for switch return func select go defer range case else const var import type struct interface map chan"
    );

    private static readonly FrozenSet<string> Java = Set(
        "if for while switch catch return synchronized throw instanceof else do new assert case yield try finally default"
    );

    private static readonly FrozenSet<string> Kotlin = Set(
        "if for while when catch return throw is in as else do try finally fun val var constructor init"
    );

    private static readonly FrozenSet<string> Php = Set(
        "if elseif while for foreach switch match catch return echo print throw instanceof else do new clone yield use function fn case and or xor as declare unset require require_once include include_once"
    );

    private static readonly FrozenSet<string> Ruby = Set(
        "if elsif unless while until for in and or not return yield then else when case do begin rescue ensure retry redo next break alias undef"
    );

    private static readonly FrozenSet<string> Dart = Set(
        "if for while switch catch return await in is as assert throw do else case yield rethrow try finally on default when new const late final var super this async sync"
    );

    private static readonly FrozenSet<string> Elixir = Set(
        "if unless case cond with for when and or not in fn do else rescue catch after def defp defmodule defmacro defstruct raise quote unquote import alias require use receive try"
    );

    public static FrozenSet<string> Of(Language language) =>
        language switch
        {
            Language.Python => Python,
            Language.Rust => Rust,
            Language.CSharp => CSharp,
            Language.Go => Go,
            Language.Java => Java,
            Language.Kotlin => Kotlin,
            Language.Php => Php,
            Language.Ruby => Ruby,
            Language.Dart => Dart,
            Language.Elixir => Elixir,
            _ => JavaScript,
        };

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
