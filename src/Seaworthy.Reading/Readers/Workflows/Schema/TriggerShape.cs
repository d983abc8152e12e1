using static Seaworthy.Reading.Readers.Workflows.Schema.Shapes;

namespace Seaworthy.Reading.Readers.Workflows.Schema;

/// <summary>The shape of <c>on</c>.</summary>
/// <remarks>Source: GitHub Docs, "Events that trigger workflows".</remarks>
internal static class TriggerShape
{
    // Types are not listed one by one: GitHub adds new ones every few months, and an unknown type is no error of wiring.
    // GitHub takes filters that these events do not have, and ignores them (github.com/actions/runner/issues/1007).
    private static readonly Shape Types = OrNull(
        Keys(
            ("types", TextOrList),
            ("branches", TextOrList),
            ("branches-ignore", TextOrList),
            ("tags", TextOrList),
            ("tags-ignore", TextOrList),
            ("paths", TextOrList),
            ("paths-ignore", TextOrList)
        )
    );

    // An empty mapping is no more than nothing: `status: {}`.
    private static readonly Shape Bare = OrNull(Keys());

    private static readonly Shape Unfiltered = new Shape.Any();

    private static readonly Shape PullRequest = OrNull(
        Keys(
            ("types", TextOrList),
            ("branches", TextOrList),
            ("branches-ignore", TextOrList),
            ("paths", TextOrList),
            ("paths-ignore", TextOrList)
        )
    );

    private static readonly Shape Default = new Shape.Choice(Text, Flag, Number);

    // The deprecation message is documented, although the schema lacks it.
    private static readonly Shape Dispatch = OrNull(
        Keys(
            (
                "inputs",
                OrNull(
                    Map(
                        OrNull(
                            Keys(
                                ("description", Text),
                                ("type", OneOf("string", "boolean", "number", "environment", "choice")),
                                ("required", Flag),
                                ("default", Default),
                                ("options", new Shape.Sequence(Text)),
                                ("deprecationMessage", Text)
                            )
                        )
                    )
                )
            )
        )
    );

    private static readonly Shape Call = OrNull(
        Keys(
            (
                "inputs",
                OrNull(
                    Map(
                        Keys(
                            ("description", Text),
                            ("type!", OneOf("string", "boolean", "number")),
                            ("required", Flag),
                            ("default", Default with { Allows = ContextSets.Workflow }),
                            ("deprecationMessage", Text)
                        )
                    )
                )
            ),
            ("secrets", OrNull(Map(OrNull(Keys(("description", Text), ("required", Flag)))))),
            ("outputs", OrNull(Map(Keys(("description", Text), ("value!", Text with { Allows = ContextSets.CallOutput })))))
        )
    );

    private static readonly (string Event, Shape Shape)[] Events =
    [
        ("branch_protection_rule", Types),
        ("check_run", Types),
        ("check_suite", Types),
        ("create", Unfiltered),
        ("delete", Unfiltered),
        ("deployment", Bare),
        ("deployment_status", Bare),
        ("discussion", Types),
        ("discussion_comment", Types),
        ("fork", Bare),
        ("gollum", Bare),
        ("image_version", OrNull(Keys(("types", TextOrList), ("names", TextOrList), ("versions", TextOrList)))),
        ("issue_comment", Types),
        ("issues", Types),
        ("label", Types),
        ("merge_group", Types),
        ("milestone", Types),
        ("page_build", Bare),
        ("project", Types),
        ("project_card", Types),
        ("project_column", Types),
        ("public", Bare),
        ("pull_request", PullRequest),
        ("pull_request_comment", Types),
        ("pull_request_review", Types),
        ("pull_request_review_comment", Types),
        ("pull_request_target", PullRequest),
        (
            "push",
            OrNull(
                Keys(
                    ("branches", TextOrList),
                    ("branches-ignore", TextOrList),
                    ("tags", TextOrList),
                    ("tags-ignore", TextOrList),
                    ("paths", TextOrList),
                    ("paths-ignore", TextOrList)
                )
            )
        ),
        ("registry_package", Types),
        ("release", Types),
        ("repository_dispatch", Types),
        ("schedule", new Shape.Sequence(Keys(("cron!", NonEmptyText), ("timezone", NonEmptyText)))),
        ("status", Bare),
        ("watch", Types),
        ("workflow_call", Call),
        ("workflow_dispatch", Dispatch),
        (
            "workflow_run",
            OrNull(Keys(("types", TextOrList), ("workflows", TextOrList), ("branches", TextOrList), ("branches-ignore", TextOrList)))
        ),
    ];

    private static readonly Shape EventName = OneOf([.. Events.Select(entry => entry.Event)]);

    public static Shape Root { get; } = new Shape.Choice(EventName, new Shape.Sequence(EventName), Keys(Events));
}
