namespace SafeguardingTeams.Presentation.Cards;

/// <content>The verbs of how long records are kept.</content>
public static partial class Verbs
{
    /// <summary>The records that are to be reviewed, held, or gone.</summary>
    public const string Retention = "retention";

    /// <summary>Open what is recorded of the keeping of one.</summary>
    public const string Retained = "retained";

    /// <summary>Keep one on for some years.</summary>
    public const string KeepOn = "keep-on";

    /// <summary>Propose that one goes.</summary>
    public const string DisposalPropose = "disposal-propose";

    /// <summary>Send such a proposal back.</summary>
    public const string DisposalDecline = "disposal-decline";

    /// <summary>Confirm that one goes.</summary>
    public const string DisposalConfirm = "disposal-confirm";

    /// <summary>Say that the law needs one.</summary>
    public const string RecordHold = "record-hold";

    /// <summary>Say that the law needs it no longer.</summary>
    public const string RecordLift = "record-lift";
}
