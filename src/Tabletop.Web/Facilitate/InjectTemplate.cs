using System.Collections.Immutable;
using Tabletop.Engine;

namespace Tabletop.Web.Facilitate;

/// <summary>A message that fits into most exercises, to be changed before it is sent.</summary>
public sealed record InjectTemplate(Phrase Name, Channel Channel, Phrase From, Phrase Title, Phrase Body)
{
    public static readonly ImmutableArray<InjectTemplate> All =
    [
        new("A journalist asks", Channel.Email, "A journalist", "Question for an article", "We hear that you are dealing with a security incident.\n\nCan you confirm that, and say whether customers are affected? We publish in an hour, with or without your answer."),
        new("The board wants to know", Channel.Chat, "Chair of the board", "Where do we stand?", "I have a call with the board in twenty minutes. In three sentences, please: what do we know, what are we doing, and what do you need from me?"),
        new("A customer is worried", Channel.Ticket, "A customer", "Are we affected?", "We have read that you may have been breached. Is any of our data affected, and what should we do on our side?"),
        new("An employee noticed something", Channel.Chat, "An employee", "This looks odd", "I was asked to approve a sign-in that I did not start. It has happened three times today. I have not approved any of them. What should I do?"),
        new("The regulator calls", Channel.Phone, "The regulator", "When will you report?", "We understand that you have an incident that may have to be reported. When did you become aware of it, and when may we expect your first report?"),
        new("Legal wants a hold", Channel.Email, "Legal", "Keep the evidence", "Until further notice please delete, rebuild or overwrite nothing without telling us first. Which systems are concerned, and who has access to their logs?"),
    ];
}
